using IoctlSharp.Generator.Layout;
using IoctlSharp.Generator.Model;
using Shouldly;
using Xunit;
using static IoctlSharp.Layout.Tests.C;

namespace IoctlSharp.Layout.Tests;

public class LayoutDifferenceTests
{
    private static readonly ClrType Word = new ClrType.Primitive(4);
    private static readonly ClrType Quad = new ClrType.Primitive(8);

    [Fact]
    public void The_same_fields_do_not_differ_anywhere()
        => LayoutDifferenceEngine.Compute(Struct("s", U32.Of("a"), U64.Of("b"), Long.Of("c")), Clr(0, Word, Quad, new ClrType.Native())).ShouldBeEmpty();

    [Fact]
    public void An_aligned_u64_stands_elsewhere_on_i386_only()
        => LayoutDifferenceEngine.Compute(Struct("s", U32.Of("a"), U64.Of("b", 8)), Clr(0, Word, Quad)).ShouldBe(
        [
            new(LayoutDifferenceKind.FieldOffset, DataModel.I386, ClrRuntime.CoreClr, "F1", 8, 4),
            new(LayoutDifferenceKind.StructSize, DataModel.I386, ClrRuntime.CoreClr, "", 16, 12),
        ]);

    [Fact]
    public void The_CLR_knows_no_tail_and_no_packing_unless_told()
    {
        CStruct tailed = Struct("s", U32.Of("a")) with { Tail = U64 };
        LayoutDifferenceEngine.Compute(tailed, Clr(0, Word), DataModel.Lp64).ShouldBe([new(LayoutDifferenceKind.StructSize, DataModel.Lp64, ClrRuntime.CoreClr, "", 8, 4)]);
        LayoutDifferenceEngine.Compute(tailed, Clr(8, Word), DataModel.Lp64).ShouldBeEmpty();

        CStruct packed = Struct("s", U8.Of("a"), U32.Of("b")) with { Packed = true };
        LayoutDifferenceEngine.Compute(packed, Clr(0, new ClrType.Primitive(1), Word), DataModel.Lp64).ShouldBe(
        [
            new(LayoutDifferenceKind.FieldOffset, DataModel.Lp64, ClrRuntime.CoreClr, "F1", 1, 4),
            new(LayoutDifferenceKind.StructSize, DataModel.Lp64, ClrRuntime.CoreClr, "", 5, 8),
        ]);
        LayoutDifferenceEngine.Compute(packed, Clr(0, new ClrType.Primitive(1), Word) with { Pack = 1 }).ShouldBeEmpty();
    }

    [Fact]
    public void Field_sizes_counts_and_types_that_do_not_load_are_facts()
    {
        LayoutDifferenceEngine.Compute(Struct("s", U32.Times(3).Of("a")), Clr(0, new ClrType.Array(Word, 2)), DataModel.Lp64).ShouldBe(
        [
            new(LayoutDifferenceKind.FieldSize, DataModel.Lp64, ClrRuntime.CoreClr, "F0", 12, 8),
            new(LayoutDifferenceKind.StructSize, DataModel.Lp64, ClrRuntime.CoreClr, "", 12, 8),
        ]);
        LayoutDifferenceEngine.Compute(Struct("s", U32.Of("a"), U8.Times(0).Of("b")), Clr(0, Word), DataModel.Lp64).ShouldBe(
            [new(LayoutDifferenceKind.FieldCount, DataModel.Lp64, ClrRuntime.CoreClr, "", 2, 1)]);
        LayoutDifferenceEngine.Compute(Struct("s", U32.Of("a")), Clr(-1, Word), DataModel.Lp64).ShouldBe(
            [new(LayoutDifferenceKind.DoesNotLoad, DataModel.Lp64, ClrRuntime.CoreClr, "", 4, -1)]);
    }

    [Fact]
    public void Mono_rounds_a_stated_size_up()
    {
        CStruct c = Struct("s", U64.Of("a"), U32.Of("b")) with { Packed = true };
        ClrStruct clr = Clr(12, Quad, Word);
        LayoutDifferenceEngine.Compute(c, clr, DataModel.Lp64).ShouldBeEmpty();
        LayoutDifferenceEngine.Compute(c, clr, DataModel.Lp64, ClrRuntime.Mono).ShouldBe([new(LayoutDifferenceKind.StructSize, DataModel.Lp64, ClrRuntime.Mono, "", 12, 16)]);
    }

    private static ClrStruct Clr(int size, params ClrType[] types)
    {
        var fields = new ClrField[types.Length];
        for (int i = 0; i < types.Length; i++)
            fields[i] = new ClrField($"F{i}", types[i]);
        return new ClrStruct(ClrLayoutKind.Sequential, 0, size, new EquatableArray<ClrField>(fields));
    }
}
