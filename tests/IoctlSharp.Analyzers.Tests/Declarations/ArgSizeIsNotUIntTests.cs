using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class ArgSizeIsNotUIntTests
{
    [Fact]
    public Task A_long() => Rule.Flags(
        RuleIds.ArgSizeIsNotUInt,
        """
        [KernelStruct("s")] public partial struct S { [ArgSize] private ulong [|_argsz|]; public ulong Flags; }
        """,
        "'S._argsz' carries [ArgSize] but is of type 'ulong', and every argsz of the kernel is a __u32: make it a uint");

    [Fact]
    public Task An_int() => Rule.Flags(
        RuleIds.ArgSizeIsNotUInt,
        """
        [KernelStruct("s")] public partial struct S { [ArgSize] private int [|_argsz|]; public uint Flags; }
        """);

    [Fact]
    public Task A_uint() => Rule.IsSilent(
        """
        [KernelStruct("s")] public partial struct S { [ArgSize] private uint _argsz; public uint Flags; }
        """);
}
