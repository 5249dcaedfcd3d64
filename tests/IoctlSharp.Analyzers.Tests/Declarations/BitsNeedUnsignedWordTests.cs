using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class BitsNeedUnsignedWordTests
{
    [Fact]
    public Task A_signed_word() => Rule.Flags(
        RuleIds.BitsNeedUnsignedWord,
        """
        [KernelStruct("s")] public partial struct S { [Bits("A", 32)] private int [|_word|]; }
        """,
        "'S._word' carries [Bits] but is of type 'int': give it the unsigned storage word of the C bit-fields (byte, ushort, uint or ulong)");

    [Fact]
    public Task An_enum() => Rule.Flags(
        RuleIds.BitsNeedUnsignedWord,
        """
        [KernelStruct("s")] public partial struct S { [Bits("A", 32)] private Bit [|_word|]; }
        """);

    [Fact]
    public Task An_array() => Rule.Flags(
        RuleIds.BitsNeedUnsignedWord,
        """
        [KernelStruct("s")] public unsafe partial struct S { [Bits("A", 32)] private fixed uint [|_word|][1]; }
        """);

    [Fact]
    public Task Each_unsigned_word() => Rule.IsSilent(
        """
        [KernelStruct("s")] public partial struct S { [Bits("A", 8)] private byte _a; [Bits("B", 8)] private byte _b; [Bits("C", 16)] private ushort _c; [Bits("D", 32)] private uint _d; [Bits("E", 64)] private ulong _e; }
        """);
}
