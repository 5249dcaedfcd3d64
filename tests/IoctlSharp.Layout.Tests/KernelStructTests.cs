using System.Linq;
using IoctlSharp.Generator.Layout;
using Shouldly;
using Xunit;
using static IoctlSharp.Layout.Tests.C;

namespace IoctlSharp.Layout.Tests;

/// <summary>Structs of linux/vfio.h as examples of each rule, against known sizes and the header of this machine.</summary>
public class KernelStructTests
{
    private static readonly CStruct CapHeader = Struct("vfio_info_cap_header", U16.Of("id"), U16.Of("version"), U32.Of("next"));

    private static readonly CStruct Bitmap = Struct("vfio_bitmap", U64.Of("pgsize"), U64.Of("size"), Long.Of("data"));

    private static readonly CStruct EehPeErr = Struct("vfio_eeh_pe_err", U32.Of("type"), U32.Of("func"), U64.Of("addr"), U64.Of("mask"));

    /// <summary>Those whose size the kernel never changed, so that any header may be asked.</summary>
    private static readonly (CStruct Definition, int Lp64, int I386)[] Known =
    [
        (CapHeader, 8, 8),
        (Struct("vfio_group_status", U32.Of("argsz"), U32.Of("flags")), 8, 8),
        (Struct("vfio_region_info", U32.Of("argsz"), U32.Of("flags"), U32.Of("index"), U32.Of("cap_offset"), U64.Of("size", 8), U64.Of("offset", 8)), 32, 32),
        (Struct("vfio_irq_set", U32.Of("argsz"), U32.Of("flags"), U32.Of("index"), U32.Of("start"), U32.Of("count")) with { Tail = U8 }, 20, 20),
        (Struct("vfio_iommu_type1_dma_map", U32.Of("argsz"), U32.Of("flags"), U64.Of("vaddr"), U64.Of("iova"), U64.Of("size")), 32, 32),
        (Struct("vfio_iommu_type1_info_cap_migration", CapHeader.AsType().Of("header"), U32.Of("flags"), U64.Of("pgsize_bitmap"), U64.Of("max_dirty_bitmap_size")), 32, 28),
        (Bitmap, 24, 20),
        (Struct("vfio_iommu_type1_dirty_bitmap_get", U64.Of("iova"), U64.Of("size"), Bitmap.AsType().Of("bitmap")), 40, 36),
        (EehPeErr, 24, 24),
        (Struct("vfio_eeh_pe_op", U32.Of("argsz"), U32.Of("flags"), U32.Of("op"), Union("vfio_eeh_pe_op_u", EehPeErr.AsType().Of("err")).AsType().Of("err")), 40, 36),
    ];

    [Fact]
    public void Sizes_are_the_known_ones()
    {
        foreach ((CStruct definition, int lp64, int i386) in Known)
        {
            CLayoutEngine.Compute(definition, DataModel.Lp64).Size.ShouldBe(lp64, definition.Name);
            CLayoutEngine.Compute(definition, DataModel.Ilp32).Size.ShouldBe(definition == Bitmap ? 24 : lp64, definition.Name);
            CLayoutEngine.Compute(definition, DataModel.I386).Size.ShouldBe(i386, definition.Name);
        }
    }

    [Fact]
    public void Offsets_are_those_of_the_header()
    {
        var program = new GccProgram("#include <linux/vfio.h>");
        var asked = Known.Select(known => (
            known.Definition,
            Size: program.Ask($"sizeof(struct {known.Definition.Name})"),
            Offsets: known.Definition.Fields.Select(field => program.Ask($"__builtin_offsetof(struct {known.Definition.Name}, {field.Name})")).ToArray())).ToArray();
        foreach (DataModel model in new[] { DataModel.Lp64, DataModel.I386 })
        {
            GccAnswers answers = program.Compile(model);
            foreach ((CStruct definition, int size, int[] offsets) in asked)
            {
                StructLayout layout = CLayoutEngine.Compute(definition, model);
                layout.Size.ShouldBe((int)answers.Fact(size), $"{definition.Name} {model}");
                layout.Fields.Select(field => field.Offset).ShouldBe(offsets.Select(offset => (int)answers.Fact(offset)), $"{definition.Name} {model}");
            }
        }
    }

    [Fact]
    public void The_hole_of_a_union_in_a_struct_is_what_alignment_leaves()
    {
        CStruct op = Known.Single(known => known.Definition.Name == "vfio_eeh_pe_op").Definition;
        CLayoutEngine.Compute(op, DataModel.Lp64).Holes.ShouldBe([new Hole(12, 4)]);
        CLayoutEngine.Compute(op, DataModel.I386).Holes.ShouldBeEmpty();
    }

    [Fact]
    public void A_byte_of_a_union_is_a_hole_when_no_arm_owns_it()
    {
        CStruct small = Struct("small", U8.Of("a"), U32.Of("b"));
        CLayoutEngine.Compute(Union("u", small.AsType().Of("s"), U16.Of("h"), U64.Times(2).Of("q", 16)), DataModel.Lp64).Holes.ShouldBeEmpty();
        CLayoutEngine.Compute(Union("u", small.AsType().Of("s"), U16.Of("h")), DataModel.Lp64).Holes.ShouldBe([new Hole(2, 2)]);
    }

    [Fact]
    public void Holes_inside_array_elements_merge_with_their_neighbours()
    {
        CStruct element = Struct("element", U32.Of("a"), U8.Of("b"));
        StructLayout layout = CLayoutEngine.Compute(Struct("s", element.AsType().Times(2).Of("e"), U64.Of("q")), DataModel.Lp64);
        layout.Holes.ShouldBe([new Hole(5, 3), new Hole(13, 3)]);
        CStruct padded = Struct("padded", element.AsType().Times(2).Of("e"), U8.Of("c", 32));
        CLayoutEngine.Compute(padded, DataModel.Lp64).Holes.ShouldBe([new Hole(5, 3), new Hole(13, 19), new Hole(33, 31)]);
    }

    [Fact]
    public void A_tail_may_start_inside_the_trailing_padding()
    {
        StructLayout bytes = CLayoutEngine.Compute(Struct("s", U64.Of("a"), U8.Of("b")) with { Tail = U8 }, DataModel.Lp64);
        (bytes.Size, bytes.TailOffset).ShouldBe((16, 9));
        StructLayout words = CLayoutEngine.Compute(Struct("s", U32.Of("a")) with { Tail = U64 }, DataModel.Lp64);
        (words.Size, words.TailOffset, words.Alignment).ShouldBe((8, 8, 8));
        StructLayout onI386 = CLayoutEngine.Compute(Struct("s", U32.Of("a")) with { Tail = U64 }, DataModel.I386);
        (onI386.Size, onI386.TailOffset, onI386.Alignment).ShouldBe((4, 4, 4));
        CLayoutEngine.Compute(Struct("s", U8.Of("a")) with { Packed = true, Tail = U64 }, DataModel.Lp64).TailOffset.ShouldBe(1);
    }

    [Fact]
    public void An_empty_struct_has_no_size()
        => CLayoutEngine.Compute(Struct("empty"), DataModel.Lp64).ShouldBe(new StructLayout(0, 1, default, default, -1));
}
