using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using IoctlSharp.Generator.Layout;
using Shouldly;
using Xunit;

namespace IoctlSharp.Layout.Tests;

/// <summary>The C engine against gcc: random definitions, all in one compilation for each machine.</summary>
public class CLayoutAgainstGccTests
{
    private const int Count = 800;

    private static readonly Lazy<GccQuestions> Questions = new(() => new GccQuestions(Seed.Random(), Count));

    [Theory]
    [InlineData(DataModel.Lp64)]
    [InlineData(DataModel.I386)]
    public void Sizes_alignments_and_offsets_are_those_of_gcc(DataModel model)
    {
        GccAnswers answers = Questions.Value.Answers(model);
        int compared = 0;
        foreach (AskedStruct asked in Questions.Value.Structs)
        {
            if (!CLayoutEngine.TryCompute(asked.Definition, model, out StructLayout layout, out _))
                continue;
            layout.Size.ShouldBe((int)answers.Fact(asked.Size), asked.Describe(model, "sizeof"));
            layout.Alignment.ShouldBe((int)answers.Fact(asked.Alignment), asked.Describe(model, "_Alignof"));
            if (asked.Tail is { } tail)
                layout.TailOffset.ShouldBe((int)answers.Fact(tail), asked.Describe(model, "the tail"));
            else
                layout.TailOffset.ShouldBe(-1);
            foreach ((int index, int offset, int size) in asked.Fields)
            {
                layout.Fields[index].Offset.ShouldBe((int)answers.Fact(offset), asked.Describe(model, layout.Fields[index].Name));
                layout.Fields[index].Size.ShouldBe((int)answers.Fact(size), asked.Describe(model, layout.Fields[index].Name));
            }
            compared++;
        }
        compared.ShouldBeGreaterThan(Count / 2);
    }

    [Theory]
    [InlineData(DataModel.Lp64)]
    [InlineData(DataModel.I386)]
    public void Holes_are_the_bytes_that_no_initializer_reaches(DataModel model)
    {
        GccAnswers answers = Questions.Value.Answers(model);
        int holes = 0;
        foreach (AskedStruct asked in Questions.Value.Structs)
        {
            if (!CLayoutEngine.TryCompute(asked.Definition, model, out StructLayout layout, out _))
                continue;
            byte[] owned = new byte[layout.Size];
            foreach (int image in asked.FilledImages)
            {
                ReadOnlySpan<byte> bytes = answers.Image(image);
                bytes.Length.ShouldBe(layout.Size, asked.Describe(model, "sizeof"));
                for (int i = 0; i < bytes.Length; i++)
                    owned[i] |= bytes[i];
            }
            layout.Holes.ShouldBe(ZeroRuns(owned), asked.Describe(model, "holes"));
            holes += layout.Holes.Count;
        }
        holes.ShouldBeGreaterThan(Count / 4);
    }

    [Theory]
    [InlineData(DataModel.Lp64)]
    [InlineData(DataModel.I386)]
    public void Bit_fields_stand_where_gcc_puts_them(DataModel model)
    {
        GccAnswers answers = Questions.Value.Answers(model);
        int compared = 0;
        foreach (AskedStruct asked in Questions.Value.Structs)
        {
            if (!CLayoutEngine.TryCompute(asked.Definition, model, out StructLayout layout, out _))
                continue;
            foreach (AskedBits bits in asked.Bits)
            {
                answers.Image(bits.Image).ToArray().ShouldBe(Expected(asked.Definition, layout, bits), asked.Describe(model, bits.Name));
                compared++;
            }
        }
        compared.ShouldBeGreaterThan(Count / 4);
    }

    [Theory]
    [InlineData(DataModel.Lp64)]
    [InlineData(DataModel.I386)]
    public void A_word_is_refused_only_where_gcc_starts_it_in_the_bytes_before(DataModel model)
    {
        GccAnswers answers = Questions.Value.Answers(model);
        int refused = 0;
        foreach (AskedStruct asked in Questions.Value.Structs)
        {
            if (CLayoutEngine.TryCompute(asked.Definition, model, out StructLayout layout, out LayoutFault? fault))
                continue;
            fault!.Kind.ShouldBe(LayoutFaultKind.BitsStartBeforeWord, asked.Describe(model, fault.Path));
            AskedBits first = asked.Bits.First(bits => asked.Definition.Fields[bits.Field].Name == fault.Path);
            answers.Image(first.Image).IndexOfAnyExcept((byte)0).ShouldBeLessThan(layout.Fields[first.Field].Offset, asked.Describe(model, fault.Path));
            refused++;
        }
        refused.ShouldBeGreaterThan(5);
    }

    private static byte[] Expected(CStruct definition, StructLayout layout, AskedBits bits)
    {
        FieldLayout word = layout.Fields[bits.Field];
        BitLayoutEngine.TryCompute(definition.Fields[bits.Field].Bits, word.Size, out var places).ShouldBeTrue();
        BitLayout place = places[bits.Bit];
        byte[] expected = new byte[layout.Size];
        for (int bit = place.LittleEndianShift; bit < place.LittleEndianShift + place.Width; bit++)
            expected[word.Offset + (bit / 8)] |= (byte)(1 << (bit % 8));
        return expected;
    }

    private static List<Hole> ZeroRuns(byte[] owned)
    {
        var holes = new List<Hole>();
        for (int start = 0; start < owned.Length; start++)
        {
            int end = start;
            while (end < owned.Length && owned[end] == 0)
                end++;
            if (end > start)
                holes.Add(new Hole(start, end - start));
            start = end;
        }
        return holes;
    }
}
