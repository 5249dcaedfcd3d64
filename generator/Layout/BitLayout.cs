namespace IoctlSharp.Generator.Layout;

/// <summary>Where one bit-field stands in its storage word, as a machine reads that word in its own byte order.</summary>
/// <param name="Name">The C name; empty for an unnamed one.</param>
/// <param name="Width">Its width in bits.</param>
/// <param name="LittleEndianShift">Its lowest bit on little-endian machines: declaration goes from the least significant bit up.</param>
/// <param name="BigEndianShift">Its lowest bit on big-endian machines: declaration goes from the most significant bit down.</param>
public sealed record BitLayout(string Name, int Width, int LittleEndianShift, int BigEndianShift);
