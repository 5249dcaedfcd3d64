using System;
using System.Collections.Generic;
using System.Linq;
using IoctlSharp.Tool.Model;

namespace IoctlSharp.Tool.Proof;

/// <summary>The bytes of a struct in which nothing but one bit-field is set.</summary>
internal static class BitImageEngine
{
    public static byte[] Of(PlacedField field, int size)
    {
        byte[] image = new byte[Math.Max(size, field.Offset + field.Size)];
        for (int bit = field.Bit!.Value; bit < field.Bit.Value + field.Bits; bit++)
            image[field.Offset + ByteOf(bit, field)] |= (byte)(1 << (bit % 8));
        return image;
    }

    /// <summary>The bit-field that an image shows, in a word like the declared one; null when its bits are none or not side by side in such a word.</summary>
    public static PlacedField? Read(byte[] image, PlacedField declared)
        => Enumerable.Range(0, image.Length).Where(offset => offset % declared.Size == declared.Offset % declared.Size).Prepend(declared.Offset)
            .Select(offset => ReadWord(image, declared with { Offset = offset }))
            .FirstOrDefault(field => field is not null);

    private static PlacedField? ReadWord(byte[] image, PlacedField word)
    {
        List<int> set = [.. Enumerable.Range(0, word.Size * 8).Where(bit
            => word.Offset + ByteOf(bit, word) < image.Length && (image[word.Offset + ByteOf(bit, word)] & (1 << (bit % 8))) != 0)];
        bool isOneRun = set.Count > 0 && set[^1] - set[0] == set.Count - 1 && image.Sum(value => int.PopCount(value)) == set.Count;
        return isOneRun ? word with { Bit = set[0], Bits = set.Count } : null;
    }

    private static int ByteOf(int bit, PlacedField field) => field.IsBigEndian ? field.Size - 1 - (bit / 8) : bit / 8;
}
