using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using IoctlSharp.CodeFixes;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.CodeFixes;

public sealed class BitsCodeFixTests
{
    [Fact]
    public Task The_rest_is_unnamed() => Fix.Makes<BitsCodeFix>(
        RuleIds.BitsDoNotFillWord,
        """
        [KernelStruct("s")]
        public partial struct S
        {
            [Bits("A", 1), Bits("B", 6)] private byte _first;
            [Bits("C", 4, ByteOrder = ByteOrder.BigEndian)] private byte _second;
            [Bits("D", 4)]
            [Bits("E", 4)]
            private ushort _third;
        }
        """,
        """
        [KernelStruct("s")]
        public partial struct S
        {
            [Bits("A", 1), Bits("B", 6), Bits("", 1)] private byte _first;
            [Bits("C", 4, ByteOrder = ByteOrder.BigEndian), Bits("", 4, ByteOrder = ByteOrder.BigEndian)] private byte _second;
            [Bits("D", 4)]
            [Bits("E", 4), Bits("", 8)]
            private ushort _third;
        }
        """);

    [Fact]
    public Task Too_many_is_left_alone() => Fix.IsNotOffered<BitsCodeFix>(
        RuleIds.BitsDoNotFillWord,
        """
        [KernelStruct("s")] public partial struct S { [Bits("A", 9)] private byte _word; }
        """);

    [Fact]
    public Task A_width_of_zero_is_left_alone() => Fix.IsNotOffered<BitsCodeFix>(
        RuleIds.BitsDoNotFillWord,
        """
        [KernelStruct("s")] public partial struct S { [Bits("A", 1), Bits("B", 0)] private byte _word; }
        """);
}
