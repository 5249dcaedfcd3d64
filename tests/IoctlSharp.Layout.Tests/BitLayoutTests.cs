using IoctlSharp.Generator.Layout;
using IoctlSharp.Generator.Model;
using Shouldly;
using Xunit;
using static IoctlSharp.Layout.Tests.C;

namespace IoctlSharp.Layout.Tests;

public class BitLayoutTests
{
    [Fact]
    public void Declaration_goes_up_on_little_endian_and_down_on_big_endian()
    {
        // The first word of struct dsa_hw_desc: pasid:20, rsvd:11, priv:1.
        CField word = Word("w", U32, ("pasid", 20), ("", 11), ("priv", 1));
        BitLayoutEngine.TryCompute(word.Bits, 4, out EquatableArray<BitLayout> bits).ShouldBeTrue();
        bits.ShouldBe([new BitLayout("pasid", 20, 0, 12), new BitLayout("", 11, 20, 1), new BitLayout("priv", 1, 31, 0)]);
    }

    [Theory]
    [InlineData(LayoutFaultKind.BitsDoNotFillWord, 3, 28)]
    [InlineData(LayoutFaultKind.BitsDoNotFillWord, 3, 30)]
    [InlineData(LayoutFaultKind.BitsDoNotFillWord, int.MaxValue, int.MaxValue)]
    [InlineData(LayoutFaultKind.BitsWidth, 0, 32)]
    [InlineData(LayoutFaultKind.BitsWidth, -1, 33)]
    public void A_word_that_is_not_filled_has_no_positions(LayoutFaultKind kind, int first, int second)
    {
        CField word = Word("w", U32, ("a", first), ("b", second));
        BitLayoutEngine.TryCompute(word.Bits, 4, out EquatableArray<BitLayout> bits).ShouldBeFalse();
        bits.IsEmpty.ShouldBeTrue();
        LayoutFaultTests.FaultOf(Struct("s", word)).ShouldBe(new LayoutFault(kind, "w"));
    }

    [Fact]
    public void A_word_without_a_name_aligns_nothing_in_C()
        => LayoutFaultTests.FaultOf(Struct("s", U8.Of("a"), Word("w", U32, ("", 32)))).ShouldBe(new LayoutFault(LayoutFaultKind.BitsWithoutName, "w"));

    [Fact]
    public void C_starts_a_word_in_the_bytes_before_when_its_first_bits_fit_there()
    {
        CField fits = Word("w", U32, ("a", 24), ("b", 8));
        CField straddles = Word("w", U32, ("a", 25), ("b", 7));
        LayoutFaultTests.FaultOf(Struct("s", U8.Of("x"), fits)).ShouldBe(new LayoutFault(LayoutFaultKind.BitsStartBeforeWord, "w"));
        LayoutFaultTests.FaultOf(Struct("s", U8.Of("x"), straddles)).ShouldBeNull();
        LayoutFaultTests.FaultOf(Struct("s", U8.Of("x"), fits with { Aligned = 4 })).ShouldBeNull();
        LayoutFaultTests.FaultOf(Struct("s", U8.Of("x"), fits) with { Packed = true }).ShouldBeNull();
        LayoutFaultTests.FaultOf(Struct("s", U32.Of("x"), fits)).ShouldBeNull();
    }

    [Fact]
    public void A_word_of_a_union_is_one_arm()
    {
        LayoutFaultTests.FaultOf(Union("u", U8.Of("x"), Word("w", U32, ("a", 31), ("b", 1)))).ShouldBeNull();
        LayoutFaultTests.FaultOf(Union("u", Word("w", U32, ("a", 32)))).ShouldBeNull();
    }

    [Fact]
    public void Only_integers_have_bits()
    {
        LayoutFaultTests.FaultOf(Struct("s", Word("w", U8.Times(4), ("a", 32)))).ShouldBe(new LayoutFault(LayoutFaultKind.BitsOnNonInteger, "w"));
        // An unsigned long is filled in one data model only.
        CStruct native = Struct("s", Word("w", Long, ("a", 64)));
        LayoutFaultTests.FaultOf(native).ShouldBeNull();
        LayoutFaultTests.FaultOf(native, DataModel.I386).ShouldBe(new LayoutFault(LayoutFaultKind.BitsDoNotFillWord, "w"));
    }
}
