using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class CapabilityOffsetIsNotUIntTests
{
    [Fact]
    public Task A_long() => Rule.Flags(
        RuleIds.CapabilityOffsetIsNotUInt,
        """
        [KernelStruct("s")] public partial struct S { [ArgSize] private uint _argsz; public uint Flags; [CapabilityOffset] private ulong [|_cap|]; }
        """,
        "'S._cap' carries [CapabilityOffset] but is of type 'ulong', and every cap_offset of the kernel is a __u32: make it a uint");

    [Fact]
    public Task An_int() => Rule.Flags(
        RuleIds.CapabilityOffsetIsNotUInt,
        """
        [KernelStruct("s")] public partial struct S { [ArgSize] private uint _argsz; [CapabilityOffset] private int [|_cap|]; }
        """);

    [Fact]
    public Task A_uint() => Rule.IsSilent(
        """
        [KernelStruct("s")] public partial struct S { [ArgSize] private uint _argsz; [CapabilityOffset] private uint _cap; }
        """);
}
