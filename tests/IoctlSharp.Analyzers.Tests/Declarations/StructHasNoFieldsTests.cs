using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class StructHasNoFieldsTests
{
    [Fact]
    public Task An_empty_struct() => Rule.Flags(
        RuleIds.StructHasNoFields,
        """
        [KernelStruct("s")] public partial struct [|S|] { }
        """,
        "'S' has no instance field, and an empty struct has no size that C and C# agree on: write the fields of the C struct, or leave out the argument");

    [Fact]
    public Task Only_static_fields() => Rule.Flags(
        RuleIds.StructHasNoFields,
        """
        [KernelStruct("s")] public partial struct [|S|] { public const uint Version = 1; public static uint Count; }
        """);

    [Fact]
    public Task One_field() => Rule.IsSilent(
        """
        [KernelStruct("s")] public partial struct S { public uint Value; }
        """);
}
