using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class LayoutDiffersOnI386Tests
{
    [Fact]
    public Task An_aligned_field_behind_a_hole() => Rule.Flags(
        RuleIds.LayoutDiffersOnI386,
        """
        [KernelStruct("s")] public partial struct S { public uint Flags; [Aligned(8)] public ulong [|Address|]; }
        """,
        "'S.Address' has offset 8 in C on i386 but offset 4 in C#: declare the padding before it as a [Reserved] field, or do not ship for linux-x86");

    [Fact]
    public Task A_field_behind_three_words() => Rule.Flags(
        RuleIds.LayoutDiffersOnI386,
        """
        [KernelStruct("s")] public partial struct S { public ulong First; public uint Second, Third, Fourth; [Aligned(8)] public long [|Last|]; public uint Behind; }
        """);

    [Fact]
    public Task Explicit_padding() => Rule.IsSilent(
        """
        [KernelStruct("s")] public partial struct S { public uint Flags; [Reserved] private uint _pad; [Aligned(8)] public ulong Address; }
        """);

    [Fact]
    public Task The_alignment_of_i386_itself() => Rule.IsSilent(
        """
        [KernelStruct("s")] public partial struct S { public uint Flags; public ulong Address; }
        """);
}
