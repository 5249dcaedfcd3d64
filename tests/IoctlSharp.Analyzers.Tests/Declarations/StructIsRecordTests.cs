using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class StructIsRecordTests
{
    [Fact]
    public Task A_positional_record() => Rule.Flags(
        RuleIds.StructIsRecord,
        """
        [KernelStruct("s")] public partial record struct [|S|](uint Value);
        """,
        "'S' is a record struct, whose fields the compiler makes: declare 'partial struct S' with the fields of the C struct");

    [Fact]
    public Task A_record_with_fields() => Rule.Flags(
        RuleIds.StructIsRecord,
        """
        [KernelStruct("s")] public partial record struct [|S|] { public uint Value; }
        """);

    [Fact]
    public Task A_record_of_the_user_s_own() => Rule.IsSilent(
        """
        public record struct S(uint Value);
        """);
}
