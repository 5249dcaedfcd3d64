using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class StructHasNoCNameTests
{
    [Fact]
    public Task An_empty_tag() => Rule.Flags(
        RuleIds.StructHasNoCName,
        """
        [KernelStruct("")] public partial struct [|S|] { public uint Value; }
        """,
        "The C tag of 'S' is empty: write the tag of the header, as in [KernelStruct(\"vfio_group_status\")], or none at all for a struct that has none in C");

    [Fact]
    public Task A_blank_tag() => Rule.Flags(
        RuleIds.StructHasNoCName,
        """
        [KernelStruct(" ")] public partial struct [|S|] { public uint Value; }
        """);

    [Fact]
    public Task A_struct_without_a_tag() => Rule.IsSilent(
        """
        [KernelStruct("outer")] public partial struct Outer { public Inner Region; [KernelStruct] public partial struct Inner { public uint Value; } }
        """);

    [Fact]
    public Task A_union_may_have_none() => Rule.IsSilent(
        """
        [KernelUnion, StructLayout(LayoutKind.Explicit)] public partial struct U { [FieldOffset(0)] public uint Word; }
        """);
}
