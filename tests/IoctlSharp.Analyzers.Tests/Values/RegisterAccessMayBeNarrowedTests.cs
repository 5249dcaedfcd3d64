using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Values;

public sealed class RegisterAccessMayBeNarrowedTests
{
    [Fact]
    public Task Volatile() => Rule.Flags(
        RuleIds.RegisterAccessMayBeNarrowed,
        """
        public static class Driver { public static unsafe uint Run(MappedRegion registers) { byte* p = (byte*)registers.Address.Value; return System.Threading.Volatile.Read(ref [|*(uint*)(p + 4)|]); } }
        """,
        "'*(uint*)(p + 4)' is an access to a device's register that the compiler may narrow, split or repeat: use Read32, Write32 and the like of the MappedRegion");

    [Fact]
    public Task Plain_pointers() => Rule.Flags(
        RuleIds.RegisterAccessMayBeNarrowed,
        """
        public static class Driver { public static unsafe void Run(MappedRegion registers) { uint* p = (uint*)registers.Address.Value; var q = p; [|*p|] = 1; [|q[2]|] = 3; } }
        """);

    [Fact]
    public Task Bytes() => Rule.IsSilent(
        """
        public static class Driver { public static unsafe int Run(MappedRegion picture) { byte* p = (byte*)picture.Address.Value; p[1] = 2; return *p; } }
        """);

    [Fact]
    public Task The_accessors_and_other_memory() => Rule.IsSilent(
        """
        public static class Driver { public static unsafe uint Run(MappedRegion registers, DmaBuffer memory, uint* given) { uint* p = (uint*)memory.Address.Value; registers.Write32(0, *p); ulong address = registers.Address.Value; return registers.Read32(4) + p[1] + *given + (uint)address; } }
        """);

    [Fact]
    public Task Structs_and_methods_that_do_the_same() => Rule.Flags(
        RuleIds.RegisterAccessMayBeNarrowed,
        """
        internal static unsafe class Driver
        {
            internal struct Registers { public uint Control; public uint Status; }
            public static uint A(MappedRegion region) => [|((Registers*)region.Address.Value)->Status|];
            public static void B(MappedRegion region, uint value)
            {
                Registers* registers = (Registers*)region.Address.Value;
                [|registers->Control|] = value;
            }
            public static uint C(MappedRegion region) => [|Unsafe.Read<uint>((void*)region.Address.Value)|];
            public static uint D(MappedRegion region) => [|Unsafe.ReadUnaligned<uint>((void*)(region.Address.Value + 4))|];
            public static int E(MappedRegion region) => [|Marshal.ReadInt32((nint)region.Address.Value, 4)|];
            public static void F(MappedRegion region, int value) => [|Marshal.WriteInt32((nint)region.Address.Value, 4, value)|];
        }
        """);

    [Fact]
    public Task Methods_on_other_memory() => Rule.IsSilent(
        """
        public static unsafe class Driver
        {
            public struct Registers { public uint Control; public uint Status; }
            public static uint A(DmaBuffer buffer) => ((Registers*)buffer.Address.Value)->Status;
            public static int B(DmaBuffer buffer) => Marshal.ReadInt32((nint)buffer.Address.Value, 4);
            public static uint* C(MappedRegion region) => (uint*)region.Address.Value;
        }
        """);
}
