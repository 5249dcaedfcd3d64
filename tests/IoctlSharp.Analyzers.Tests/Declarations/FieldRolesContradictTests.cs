using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class FieldRolesContradictTests
{
    [Fact]
    public Task Size_and_reserved() => Rule.Flags(
        RuleIds.FieldRolesContradict,
        """
        [KernelStruct("s")] public partial struct S { [ArgSize, Reserved] private uint [|_a|]; public uint Flags; }
        """,
        "'S._a' carries both [ArgSize] and [Reserved], which cannot both hold: remove one of them");

    [Fact]
    public Task Size_and_count() => Rule.Flags(
        RuleIds.FieldRolesContradict,
        """
        [KernelStruct("s"), Tail("items", typeof(int))] public partial struct S { [ArgSize, TailCount] private uint [|_a|]; }
        """);

    [Fact]
    public Task Bits_and_reserved() => Rule.Flags(
        RuleIds.FieldRolesContradict,
        """
        [KernelStruct("s")] public partial struct S { [Bits("A", 32), Reserved] private uint [|_a|]; }
        """);

    [Fact]
    public Task A_name_beside_a_part() => Rule.IsSilent(
        """
        [KernelStruct("s")] public partial struct S { [ArgSize, CName("size")] private uint _a; }
        """);
}
