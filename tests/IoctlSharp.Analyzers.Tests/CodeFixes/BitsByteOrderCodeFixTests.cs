using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using IoctlSharp.CodeFixes;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.CodeFixes;

public sealed class BitsByteOrderCodeFixTests
{
    [Fact]
    public Task Two_orders() => Fix.Makes<BitsByteOrderCodeFix>(
        RuleIds.BitsByteOrderDiffers,
        """
        [KernelStruct("s")] public partial struct S { [Bits("A", 4, ByteOrder = ByteOrder.LittleEndian), Bits("B", 4, ByteOrder = ByteOrder.BigEndian)] private byte _word; }
        """,
        """
        [KernelStruct("s")] public partial struct S { [Bits("A", 4, ByteOrder = ByteOrder.BigEndian), Bits("B", 4, ByteOrder = ByteOrder.BigEndian)] private byte _word; }
        """,
        "Write ByteOrder = ByteOrder.BigEndian on each");

    [Fact]
    public Task One_that_states_it() => Fix.Makes<BitsByteOrderCodeFix>(
        RuleIds.BitsByteOrderDiffers,
        """
        [KernelStruct("s")]
        public partial struct S
        {
            [Bits("A", 12)] // Low.
            [Bits("B", 4, ByteOrder = ByteOrder.LittleEndian)] // High.
            private ushort _word;
        }
        """,
        """
        [KernelStruct("s")]
        public partial struct S
        {
            [Bits("A", 12, ByteOrder = ByteOrder.LittleEndian)] // Low.
            [Bits("B", 4, ByteOrder = ByteOrder.LittleEndian)] // High.
            private ushort _word;
        }
        """);
}
