using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class BitsDoNotFillWordTests
{
    [Fact]
    public Task Too_few() => Rule.Flags(
        RuleIds.BitsDoNotFillWord,
        """
        [KernelStruct("s")] public partial struct S { [Bits("A", 1), Bits("B", 6)] private byte [|_word|]; }
        """,
        "The [Bits] of 'S._word' name 7 of 8 bits (each at least 1), and C counts from the other end on big-endian machines: name the rest too, with an empty name");

    [Fact]
    public Task Too_many() => Rule.Flags(
        RuleIds.BitsDoNotFillWord,
        """
        [KernelStruct("s")] public partial struct S { [Bits("A", 9)] private byte [|_word|]; }
        """);

    [Fact]
    public Task An_empty_one() => Rule.Flags(
        RuleIds.BitsDoNotFillWord,
        """
        [KernelStruct("s")] public partial struct S { [Bits("A", 8), Bits("B", 0)] private byte [|_word|]; }
        """);

    [Fact]
    public Task Unnamed_bits() => Rule.IsSilent(
        """
        [KernelStruct("s")] public partial struct S { [Bits("A", 1), Bits("", 2), Bits("B", 4), Bits("", 1)] private byte _word; }
        """);
}
