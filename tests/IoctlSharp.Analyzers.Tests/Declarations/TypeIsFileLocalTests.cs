using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class TypeIsFileLocalTests
{
    [Fact]
    public Task A_struct() => Rule.Flags(
        RuleIds.TypeIsFileLocal,
        """
        [KernelStruct("s")] file partial struct [|S|] { public uint Value; }
        """,
        "'S' is file-local, which generated code in another file cannot see: remove 'file'");

    [Fact]
    public Task A_class_around_a_struct() => Rule.Flags(
        RuleIds.TypeIsFileLocal,
        """
        file partial class [|Outer|] { [KernelStruct("s")] public partial struct S { public uint Value; } }
        """);

    [Fact]
    public Task An_internal_struct() => Rule.IsSilent(
        """
        [KernelStruct("s")] internal partial struct S { public uint Value; }
        """);
}
