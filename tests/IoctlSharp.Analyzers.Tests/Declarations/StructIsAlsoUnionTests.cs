using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class StructIsAlsoUnionTests
{
    [Fact]
    public Task Both_attributes() => Rule.Flags(
        RuleIds.StructIsAlsoUnion,
        """
        [KernelStruct("s"), KernelUnion("s")] public partial struct [|S|] { public uint Value; }
        """,
        "'S' is declared as a struct and as a union: remove [KernelStruct] or [KernelUnion]");

    [Fact]
    public Task A_union_that_is_an_anonymous_struct() => Rule.Flags(
        RuleIds.StructIsAlsoUnion,
        """
        [KernelUnion("u"), KernelStruct(Anonymous = true), StructLayout(LayoutKind.Explicit)] public partial struct [|U|] { [FieldOffset(0)] public uint Word; [FieldOffset(0)] public byte Small; }
        """);

    [Fact]
    public Task One_of_each() => Rule.IsSilent(
        """
        [KernelStruct("s")] public partial struct S { [Union] public U Value; }
        [KernelUnion("u"), StructLayout(LayoutKind.Explicit)] public partial struct U { [FieldOffset(0)] public uint Word; }
        """);
}
