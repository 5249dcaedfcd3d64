using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class BitsLayoutDiffersFromCTests
{
    [Fact]
    public Task Is_flagged() => Rule.Flags(
        RuleIds.BitsLayoutDiffersFromC,
        """
        [KernelStruct("s")] public partial struct S { public byte Kind; [Bits("Level", 8), Bits("Rest", 24)] private uint [|_word|]; }
        """,
        "The [Bits] of 'S._word' are no word of their own in C, because C lets the first of them start in the bytes before the word: put them into a [KernelStruct] of their own, or name the bits in the word where C puts them");

    [Fact]
    public Task A_word_without_a_name() => Rule.Flags(
        RuleIds.BitsLayoutDiffersFromC,
        """
        [KernelStruct("s")] public partial struct S { public byte Kind; [Bits("", 32)] private uint [|_word|]; }
        """);

    [Fact]
    public Task Look_alikes_are_silent() => Rule.IsSilent(
        """
        [KernelStruct("s")] public partial struct S { public byte Kind; public byte A; public ushort B; [Bits("Level", 8), Bits("Rest", 24)] private uint _word; }
        """);
}
