namespace IoctlSharp.Generator.Layout;

/// <summary>One C bit-field of a storage word, in C declaration order.</summary>
/// <param name="Name">The C name; empty for an unnamed one.</param>
/// <param name="Width">Its width in bits.</param>
public sealed record CBits(string Name, int Width);
