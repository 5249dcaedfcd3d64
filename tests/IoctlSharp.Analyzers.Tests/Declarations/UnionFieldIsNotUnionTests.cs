using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class UnionFieldIsNotUnionTests
{
    [Fact]
    public Task An_integer() => Rule.Flags(
        RuleIds.UnionFieldIsNotUnion,
        """
        [KernelStruct("s")] public partial struct S { [Union] public uint [|Value|]; }
        """,
        "'S.Value' carries [Union] but its type 'uint' is no union: give it a type with [KernelUnion], or remove [Union]");

    [Fact]
    public Task A_struct() => Rule.Flags(
        RuleIds.UnionFieldIsNotUnion,
        """
        [KernelStruct("s")] public partial struct S { [Union] public Plain [|Value|]; }
        """);

    [Fact]
    public Task A_union() => Rule.IsSilent(
        """
        [KernelUnion, StructLayout(LayoutKind.Explicit)] public partial struct U { [FieldOffset(0)] public uint Word; }
        [KernelStruct("s")] public partial struct S { [Union] public U Value; }
        """);
}
