namespace IoctlSharp.Layout.Tests;

/// <summary>One named bit-field, and the image in which nothing but its bits are set.</summary>
internal sealed record AskedBits(string Name, int Field, int Bit, int Image);
