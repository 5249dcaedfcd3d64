using System;
using System.Collections.Generic;
using System.Linq;
using IoctlSharp.Generator.Layout;
using IoctlSharp.Generator.Model;
using Shouldly;
using Xunit;
using static IoctlSharp.Layout.Tests.C;

namespace IoctlSharp.Layout.Tests;

public class LayoutFaultTests
{
    internal static LayoutFault? FaultOf(CStruct definition, DataModel model = DataModel.Lp64)
    {
        CLayoutEngine.TryCompute(definition, model, out StructLayout layout, out LayoutFault? fault).ShouldBe(fault is null);
        layout.ShouldBe(CLayoutEngine.Compute(definition, model));
        return fault;
    }

    [Fact]
    public void A_negative_length_counts_as_none()
    {
        CStruct definition = Struct("s", U32.Of("a"), U32.Times(-1).Of("b"), U16.Of("c"));
        FaultOf(definition).ShouldBe(new LayoutFault(LayoutFaultKind.NegativeLength, "b"));
        CLayoutEngine.Compute(definition, DataModel.Lp64).Fields.ShouldBe([new("a", 0, 4), new("b", 4, 0), new("c", 4, 2)]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-4)]
    [InlineData(3)]
    [InlineData(16)]
    [InlineData(int.MinValue)]
    public void An_integer_has_1_2_4_or_8_bytes(int size)
        => FaultOf(Struct("s", new CType.Integer(size, false).Of("a"))).ShouldBe(new LayoutFault(LayoutFaultKind.IntegerSize, "a"));

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    [InlineData(1 << 29)]
    [InlineData(int.MinValue)]
    public void An_alignment_is_a_power_of_two_that_gcc_takes(int aligned)
    {
        FaultOf(Struct("s", U32.Of("a", aligned))).ShouldBe(new LayoutFault(LayoutFaultKind.Alignment, "a"));
        FaultOf(Struct("s", U32.Of("a")) with { Aligned = aligned }).ShouldBe(new LayoutFault(LayoutFaultKind.Alignment, ""));
    }

    [Fact]
    public void Sizes_stop_at_the_largest_int()
    {
        CStruct definition = Struct("s", U64.Times(int.MaxValue).Of("a"), U8.Of("b"), U64.Of("c")) with { Tail = U64 };
        FaultOf(definition).ShouldBe(new LayoutFault(LayoutFaultKind.TooLarge, "a"));
        StructLayout layout = CLayoutEngine.Compute(definition, DataModel.Lp64);
        layout.Size.ShouldBe(int.MaxValue);
        layout.Fields.ShouldBe([new("a", 0, int.MaxValue), new("b", int.MaxValue, 1), new("c", int.MaxValue, 8)]);
        FaultOf(Struct("s", U8.Times(int.MaxValue).Of("a"))).ShouldBeNull();
        FaultOf(Struct("s", U8.Times(int.MaxValue).Of("a"), U8.Of("b"))).ShouldBe(new LayoutFault(LayoutFaultKind.TooLarge, "b"));
    }

    [Fact]
    public void A_fault_names_its_member_from_the_outermost_struct()
    {
        CStruct inner = Struct("inner", U8.Of("a"), U8.Times(-1).Of("bad"));
        CStruct outer = Struct("outer", Union("u", U64.Of("q"), inner.AsType().Times(2).Of("items")).AsType().Of("either"));
        FaultOf(outer).ShouldBe(new LayoutFault(LayoutFaultKind.NegativeLength, "either.items.bad"));
    }

    [Fact]
    public void Absurdly_many_holes_nesting_and_members_are_too_complex()
    {
        CStruct holey = Struct("holey", U8.Of("a"), U32.Of("b"));
        FaultOf(Struct("s", holey.AsType().Times(100_000_000).Of("many"))).ShouldBe(new LayoutFault(LayoutFaultKind.TooComplex, "many"));
        // Without a hole the number of elements is no matter.
        FaultOf(Struct("s", U32.Times(100).Times(1_000_000).Of("many"))).ShouldBeNull();

        CType deep = U8;
        for (int i = 0; i < 10_000; i++)
            deep = i % 2 == 0 ? deep.Times(1) : Struct("d", deep.Of("d")).AsType();
        FaultOf(Struct("s", deep.Of("deep")))!.Kind.ShouldBe(LayoutFaultKind.TooComplex);

        CStruct doubling = Struct("e");
        for (int i = 0; i < 40; i++)
            doubling = Struct("e", doubling.AsType().Of("l"), doubling.AsType().Of("r"));
        FaultOf(doubling)!.Kind.ShouldBe(LayoutFaultKind.TooComplex);
    }

    [Fact]
    public void Odd_input_never_throws_and_answers_within_bounds()
    {
        Random random = Seed.Random();
        int[] odd = [int.MinValue, -1, 0, 1, 2, 3, 4, 8, 16, 64, 4096, 1 << 28, 1 << 30, int.MaxValue];
        int Odd() => odd[random.Next(odd.Length)];
        CType Type(int depth) => random.Next(depth == 0 ? 3 : 6) switch
        {
            0 => new CType.Integer(Odd(), false),
            1 => U64,
            2 => Long,
            3 => Type(depth - 1).Times(Odd()),
            _ => Definition(depth - 1).AsType(),
        };
        CStruct Definition(int depth)
        {
            var fields = new List<CField>();
            for (int i = random.Next(4); i >= 0; i--)
                fields.Add(new CField($"m{i}", Type(depth), random.Next(3) == 0 ? Odd() : 0, new EquatableArray<CBits>(Enumerable.Range(0, Math.Max(0, random.Next(-6, 3))).Select(_ => new CBits("b", Odd())))));
            return new CStruct("s", random.Next(4) == 0, random.Next(4) == 0, random.Next(3) == 0 ? Odd() : 0, fields, random.Next(4) == 0 ? Type(depth) : null);
        }

        int faults = 0;
        for (int i = 0; i < 5000; i++)
        {
            CStruct definition = Definition(3);
            foreach (DataModel model in Enum.GetValues<DataModel>())
            {
                faults += CLayoutEngine.TryCompute(definition, model, out StructLayout layout, out _) ? 0 : 1;
                string seed = $"IOCTLSHARP_SEED={Seed.Value}";
                layout.Size.ShouldBeGreaterThanOrEqualTo(0, seed);
                layout.Alignment.ShouldBeInRange(1, 1 << 28, seed);
                layout.Fields.Count.ShouldBe(definition.Fields.Count, seed);
                layout.Fields.ShouldAllBe(field => field.Offset >= 0 && field.Size >= 0);
                int end = -1;
                foreach (Hole hole in layout.Holes)
                {
                    hole.Size.ShouldBeGreaterThan(0, seed);
                    // Ascending, and merged: two holes never touch.
                    hole.Offset.ShouldBeGreaterThan(end, seed);
                    end = hole.Offset + hole.Size;
                }
                end.ShouldBeLessThanOrEqualTo(layout.Size, seed);
            }
        }
        faults.ShouldBeGreaterThan(1000);
    }
}
