using System;
using System.Collections.Generic;
using System.Linq;
using IoctlSharp.Generator.Model;

namespace IoctlSharp.Generator.Emission;

/// <summary>Writes the properties of a storage word's bit-fields.</summary>
public static class BitsEmitter
{
    private const string IsLittleEndian = "global::System.BitConverter.IsLittleEndian";
    private const string Reverse = "global::System.Buffers.Binary.BinaryPrimitives.ReverseEndianness";

    public static IEnumerable<Action> Properties(CodeWriter writer, FieldModel field)
    {
        int position = 0;
        foreach (BitsModel bits in field.Bits)
        {
            int start = position;
            position += bits.Width;
            if (bits.Name.Length > 0)
                yield return () => Emit(writer, field, bits, start);
        }
    }

    private static void Emit(CodeWriter writer, FieldModel field, BitsModel bits, int start)
    {
        ulong mask = bits.Width >= 64 ? ulong.MaxValue : (1ul << bits.Width) - 1;
        string maskText = $"0x{mask:x}ul";
        string shift = Shift(field, bits, start);
        string word = Ordered(Names.Own(field.Name), bits.ByteOrder);
        string stored = $"({field.Type})(((ulong){word} & ~({maskText} << {shift})) | (unchecked((ulong)value) << {shift}))";
        writer.Line($"/// <summary><c>{Literal.Xml(bits.CName)}</c>: {bits.Width} {(bits.Width == 1 ? "bit" : "bits")}.</summary>");
        using (writer.Block($"{field.Accessibility} {bits.Type} {bits.Name}"))
        {
            writer.Line($"readonly get => ({bits.Type})(((ulong){word} >> {shift}) & {maskText});");
            if (bits.Width >= 64)
            {
                writer.Line($"set => {Names.Own(field.Name)} = {Ordered(stored, bits.ByteOrder)};");
                return;
            }

            using (writer.Block("set"))
            {
                writer.Line($"if (unchecked((ulong)value) > {maskText})");
                writer.Continuation($"throw new global::System.ArgumentOutOfRangeException(nameof(value), value, \"{bits.CName} has {bits.Width} {(bits.Width == 1 ? "bit" : "bits")}.\");");
                writer.Line($"{Names.Own(field.Name)} = {Ordered(stored, bits.ByteOrder)};");
            }
        }
    }

    // The first declared bit-field is at the least significant end on little-endian machines and at the most significant on big-endian ones.
    private static string Shift(FieldModel field, BitsModel bits, int start)
    {
        int fromTop = field.StorageBits - start - bits.Width;
        return bits.ByteOrder switch
        {
            1 => $"{start}",
            2 => $"{fromTop}",
            _ => start == fromTop ? $"{start}" : $"({IsLittleEndian} ? {start} : {fromTop})",
        };
    }

    private static string Ordered(string word, int byteOrder) => byteOrder switch
    {
        1 => $"({IsLittleEndian} ? {word} : {Reverse}({word}))",
        2 => $"({IsLittleEndian} ? {Reverse}({word}) : {word})",
        _ => word,
    };
}
