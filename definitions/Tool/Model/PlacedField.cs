namespace IoctlSharp.Tool.Model;

/// <summary>One field as an ABI places it.</summary>
/// <param name="Path">Its C name; dotted for a field of a field.</param>
/// <param name="Offset">In bytes from the start of the outermost struct; of a bit-field, that of its storage word.</param>
/// <param name="Size">In bytes; of a bit-field, that of its storage word; 0 for a flexible array.</param>
/// <param name="Bit">
/// Of a bit-field, its lowest bit, counted from the least significant bit of the storage word as read in the word's byte order; null for any other.
/// </param>
/// <param name="Bits">Of a bit-field, its width in bits.</param>
/// <param name="IsBigEndian">Of a bit-field, the word's byte order.</param>
/// <param name="Tail">Of a flexible array, the element's type as C writes it; null for any other.</param>
internal sealed record PlacedField(string Path, int Offset, int Size, int? Bit = null, int Bits = 0, bool IsBigEndian = false, string? Tail = null);
