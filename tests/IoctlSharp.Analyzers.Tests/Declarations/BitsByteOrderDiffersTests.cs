using System.Threading.Tasks;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Analyzers.Tests.Testing;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class BitsByteOrderDiffersTests
{
    [Fact]
    public Task Two_orders() => Rule.Flags(
        RuleIds.BitsByteOrderDiffers,
        """
        [KernelStruct("s")] public partial struct S { [Bits("A", 4, ByteOrder = ByteOrder.LittleEndian), Bits("B", 4, ByteOrder = ByteOrder.BigEndian)] private byte [|_word|]; }
        """,
        "The [Bits] of 'S._word' state different byte orders, but the word has one: write the same ByteOrder on each");

    [Fact]
    public Task One_that_states_its_order_and_one_that_does_not() => Rule.Flags(
        RuleIds.BitsByteOrderDiffers,
        """
        [KernelStruct("s")] public partial struct S { [Bits("A", 12), Bits("B", 4, ByteOrder = ByteOrder.BigEndian)] private ushort [|_word|]; }
        """);

    [Fact]
    public Task One_order() => Rule.IsSilent(
        """
        [KernelStruct("s")] public partial struct S { [Bits("A", 4, ByteOrder = ByteOrder.LittleEndian), Bits("B", 4, ByteOrder = ByteOrder.LittleEndian)] private byte _word; }
        """);
}
