using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Lifetime;

public sealed class DmaMemoryIsManagedTests
{
    [Fact]
    public Task Arrays_stack_and_objects() => Rule.Flags(
        RuleIds.DmaMemoryIsManaged,
        """
        using IoctlSharp.Vfio;
        internal static class Driver
        {
            public static unsafe void A(byte[] bytes)
            {
                GCHandle pinned = GCHandle.Alloc(bytes, GCHandleType.Pinned);
                ulong local = 0;
                byte* stack = stackalloc byte[64];
                VfioIommuType1DmaMap map = default;
                fixed (byte* pointer = bytes)
                    map.Vaddr = [|(UserPointer)pointer|];
                map.Vaddr = [|(UserPointer)(&local)|];
                map.Vaddr = [|(UserPointer)stack|];
                map.Vaddr = [|(UserPointer)pinned.AddrOfPinnedObject()|];
                pinned.Free();
                map.Vaddr = [|(UserPointer)Unsafe.AsPointer(ref bytes[0])|];
            }
        }
        """,
        "'Vaddr' is memory that the device uses after the call, and is given an object of the garbage collector, pinned for a moment: use a DmaBuffer");

    [Fact]
    public Task In_an_initializer() => Rule.Flags(
        RuleIds.DmaMemoryIsManaged,
        """
        using IoctlSharp.Vfio;
        internal static class Driver
        {
            public static unsafe ulong A(VfioContainer container, byte[] bytes)
            {
                fixed (byte* pointer = bytes)
                {
                    container.MapDma(new VfioIommuType1DmaMap { Flags = VfioDmaMapFlags.Read, Vaddr = [|(UserPointer)(pointer + 4096)|], Iova = 0x10000, Size = 0x10000 });
                    return 0;
                }
            }
        }
        """);

    [Fact]
    public Task Memory_that_stays() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;
        internal static class Driver
        {
            public static unsafe void A(VfioContainer container, DmaBuffer buffer, UserPointer any, byte* mapped)
            {
                container.MapDma(new VfioIommuType1DmaMap { Flags = VfioDmaMapFlags.Read, Vaddr = buffer.Address, Iova = 0x10000, Size = buffer.Size });
                container.MapDma(new VfioIommuType1DmaMap { Flags = VfioDmaMapFlags.Read, Vaddr = any, Iova = 0x10000, Size = buffer.Size });
                container.MapDma(new VfioIommuType1DmaMap { Flags = VfioDmaMapFlags.Read, Vaddr = (UserPointer)mapped, Iova = 0x10000, Size = buffer.Size });
                container.MapDma(new VfioIommuType1DmaMap { Flags = VfioDmaMapFlags.Read, Vaddr = (UserPointer)NativeMemory.AlignedAlloc(65536, 65536), Iova = 0x10000, Size = 65536 });
            }
        }
        """);

    [Fact]
    public Task Through_spans_pins_and_numbers() => Rule.Flags(
        RuleIds.DmaMemoryIsManaged,
        """
        using System.Buffers;
        using System.Collections.Generic;
        using IoctlSharp.Vfio;
        internal static unsafe class Driver
        {
            public static void A(VfioContainer container, byte[] bytes, List<byte> list)
            {
                VfioIommuType1DmaMap map = default;
                Span<byte> stack = stackalloc byte[65536];
                fixed (byte* pointer = stack)
                    map.Vaddr = [|(UserPointer)pointer|];
                fixed (byte* pointer = bytes.AsSpan(16))
                {
                    ulong address = (ulong)pointer;
                    map.Vaddr = [|new UserPointer(address)|];
                }
                using MemoryHandle handle = bytes.AsMemory().Pin();
                map.Vaddr = [|(UserPointer)handle.Pointer|];
                map.Vaddr = [|(UserPointer)Unsafe.AsPointer(ref CollectionsMarshal.AsSpan(list)[0])|];
                map.Vaddr = [|(UserPointer)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(bytes))|];
            }
        }
        """);

    [Fact]
    public Task The_pinned_heap_and_unknown_memory() => Rule.IsSilent(
        """
        using IoctlSharp.Vfio;
        internal static unsafe class Driver
        {
            public static void A(VfioContainer container, Span<byte> any, Memory<byte> memory, DmaBuffer buffer)
            {
                VfioIommuType1DmaMap map = default;
                byte[] bytes = GC.AllocateArray<byte>(65536, pinned: true);
                fixed (byte* pointer = bytes)
                    map.Vaddr = (UserPointer)pointer;
                fixed (byte* pointer = any)
                    map.Vaddr = (UserPointer)pointer;
                fixed (byte* pointer = buffer.Span)
                    map.Vaddr = (UserPointer)pointer;
                using System.Buffers.MemoryHandle handle = memory.Pin();
                map.Vaddr = (UserPointer)handle.Pointer;
            }
        }
        """);
}
