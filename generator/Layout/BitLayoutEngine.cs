using System.Collections.Generic;
using IoctlSharp.Generator.Model;

namespace IoctlSharp.Generator.Layout;

/// <summary>Places the bit-fields of one storage word. A word that they do not fill exactly has no such places.</summary>
public static class BitLayoutEngine
{
    /// <param name="bits">The bit-fields in C declaration order.</param>
    /// <param name="wordSize">The size of the storage word in bytes.</param>
    /// <param name="layout">Each bit-field, unnamed ones included; empty when the result is false.</param>
    /// <returns>False when a width is below 1 or the widths do not add up to the word.</returns>
    public static bool TryCompute(EquatableArray<CBits> bits, int wordSize, out EquatableArray<BitLayout> layout)
    {
        layout = default;
        if (FaultOf(bits, wordSize) is not null)
            return false;

        int wordBits = wordSize * 8;
        int used = 0;
        var places = new List<BitLayout>(bits.Count);
        foreach (CBits bit in bits)
        {
            places.Add(new BitLayout(bit.Name, bit.Width, used, wordBits - used - bit.Width));
            used += bit.Width;
        }
        layout = places;
        return true;
    }

    internal static LayoutFaultKind? FaultOf(EquatableArray<CBits> bits, int wordSize)
    {
        long sum = 0;
        bool named = false;
        foreach (CBits bit in bits)
        {
            if (bit.Width < 1)
                return LayoutFaultKind.BitsWidth;
            sum += bit.Width;
            named |= bit.Name.Length > 0;
        }
        if (sum != wordSize * 8L)
            return LayoutFaultKind.BitsDoNotFillWord;
        return named ? null : LayoutFaultKind.BitsWithoutName;
    }
}
