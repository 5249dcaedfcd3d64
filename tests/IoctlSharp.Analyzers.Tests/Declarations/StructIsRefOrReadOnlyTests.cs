using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class StructIsRefOrReadOnlyTests
{
    [Fact]
    public Task A_readonly_struct() => Rule.Flags(
        RuleIds.StructIsRefOrReadOnly,
        """
        [KernelStruct("s")] public readonly partial struct [|S|] { public readonly uint Value; }
        """,
        "'S' is a ref struct or readonly, but the kernel writes through a pointer to it: remove 'ref' and 'readonly'");

    [Fact]
    public Task A_ref_struct() => Rule.Flags(
        RuleIds.StructIsRefOrReadOnly,
        """
        [KernelStruct("s")] public ref partial struct [|S|] { public uint Value; }
        """);

    [Fact]
    public Task A_readonly_field() => Rule.IsSilent(
        """
        [KernelStruct("s")] public partial struct S { public readonly uint Value; }
        """);
}
