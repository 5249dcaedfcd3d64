namespace IoctlSharp.Generator.Layout;

/// <summary>Why a definition has no layout, or not the layout that its words suggest.</summary>
public enum LayoutFaultKind
{
    /// <summary>An array has a negative length.</summary>
    NegativeLength,

    /// <summary>An integer is not 1, 2, 4 or 8 bytes wide.</summary>
    IntegerSize,

    /// <summary>An <c>__aligned__</c> is negative, no power of two, or beyond gcc's limit of 2^28.</summary>
    Alignment,

    /// <summary>Bit-fields stand on something else than an integer.</summary>
    BitsOnNonInteger,

    /// <summary>A bit-field is not at least 1 bit wide.</summary>
    BitsWidth,

    /// <summary>The bit-fields do not add up to their storage word: C would let the next member start in the word.</summary>
    BitsDoNotFillWord,

    /// <summary>No bit-field of the word has a name: C would let the word align nothing.</summary>
    BitsWithoutName,

    /// <summary>C would put the first bit-field into the bytes before the storage word: it fits there, and bit-fields leave no hole.</summary>
    BitsStartBeforeWord,

    /// <summary>The size is beyond <see cref="int.MaxValue"/>.</summary>
    TooLarge,

    /// <summary>Nested too deeply, too many members, or too many separate holes to be an argument of a system call.</summary>
    TooComplex,
}
