using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class FieldIsHiddenTests
{
    [Fact]
    public Task An_auto_property() => Rule.Flags(
        RuleIds.FieldIsHidden,
        """
        [KernelStruct("s")] public partial struct S { public uint First; public uint [|Second|] { get; set; } }
        """,
        "'Second' makes the compiler add a hidden field to 'S', which then is part of what the kernel reads: write a field, and the property on top of it");

    [Fact]
    public Task An_event() => Rule.Flags(
        RuleIds.FieldIsHidden,
        """
        [KernelStruct("s")] public partial struct S { public uint First; public event Action [|Changed|]; }
        """);

    [Fact]
    public Task A_captured_parameter() => Rule.Flags(
        RuleIds.FieldIsHidden,
        """
        [KernelStruct("s")] public partial struct [|S|](uint seed) { public uint First; public readonly uint Seed => seed; }
        """);

    [Fact]
    public Task A_computed_property() => Rule.IsSilent(
        """
        [KernelStruct("s")] public partial struct S { public uint First; public readonly uint Next => First + 1; public static uint Count { get; set; } }
        """);
}
