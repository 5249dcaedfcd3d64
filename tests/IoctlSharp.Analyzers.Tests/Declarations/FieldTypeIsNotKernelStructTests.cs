using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class FieldTypeIsNotKernelStructTests
{
    [Fact]
    public Task A_plain_struct() => Rule.Flags(
        RuleIds.FieldTypeIsNotKernelStruct,
        """
        public struct Inner { public uint A, B; }
        [KernelStruct("s")] public partial struct S { public Inner [|Value|]; }
        """,
        "'S.Value' is of type 'Inner', whose C layout nothing states: put [KernelStruct] or [KernelUnion] on 'Inner'");

    [Fact]
    public Task A_nested_and_a_generic_struct() => Rule.Flags(
        RuleIds.FieldTypeIsNotKernelStruct,
        """
        public struct Inner { public uint A, B; }
        public struct Pair<T> { public T A, B; }
        [KernelStruct("s")] public partial struct S { public Inner [|A|]; public Pair<int> [|B|]; }
        """);

    [Fact]
    public Task An_inline_array_of_plain_structs() => Rule.Flags(
        RuleIds.FieldTypeIsNotKernelStruct,
        """
        public struct Inner { public uint A, B; }
        [InlineArray(4)] public struct Four { private Inner _first; }
        [KernelStruct("s")] public partial struct S { public Four [|Values|]; }
        """);

    [Fact]
    public Task An_id_of_one_scalar() => Rule.IsSilent(
        """
        public readonly struct Id { public readonly uint Value; }
        [KernelStruct("s")] public partial struct S { public Id Object; }
        """);
}
