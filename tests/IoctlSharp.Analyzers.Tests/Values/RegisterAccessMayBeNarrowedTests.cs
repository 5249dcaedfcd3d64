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
}
