using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class BitsTypeIsNotIntegerTests
{
    [Fact]
    public Task A_bool() => Rule.Flags(
        RuleIds.BitsTypeIsNotInteger,
        """
        [KernelStruct("s")] public partial struct S { [[|Bits("A", 8, Type = typeof(bool))|]] private byte _word; }
        """,
        "A [Bits] of 'S._word' has the type 'bool', which bits cannot be cast to: use an integer or an enum");

    [Fact]
    public Task A_struct() => Rule.Flags(
        RuleIds.BitsTypeIsNotInteger,
        """
        [KernelStruct("s")] public partial struct S { [[|Bits("A", 8, Type = typeof(Plain))|]] private byte _word; }
        """);

    [Fact]
    public Task An_enum() => Rule.IsSilent(
        """
        [KernelStruct("s")] public partial struct S { [Bits("A", 32, Type = typeof(Bit))] private uint _word; }
        """);
}
