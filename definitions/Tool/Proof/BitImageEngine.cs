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

    /// <summary>Where an image has its bits, counted as the field's are; false when they are none, are not side by side, or stand outside the field's word.</summary>
    public static bool TryRead(byte[] image, PlacedField field, out int bit, out int bits)
    {
        List<int> set = [.. Enumerable.Range(0, field.Size * 8).Where(index
            => field.Offset + ByteOf(index, field) < image.Length && (image[field.Offset + ByteOf(index, field)] & (1 << (index % 8))) != 0)];
        bit = set.FirstOrDefault();
        bits = set.Count;
        return bits > 0 && set[^1] - bit == bits - 1 && image.Sum(value => int.PopCount(value)) == bits;
    }

    private static int ByteOf(int bit, PlacedField field) => field.IsBigEndian ? field.Size - 1 - (bit / 8) : bit / 8;
}
