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
}
