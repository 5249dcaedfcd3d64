namespace IoctlSharp.Generator.Model;

/// <summary>One bit-field of a storage word.</summary>
/// <param name="Name">The property; empty for unnamed bits.</param>
/// <param name="CName">The C name.</param>
/// <param name="Width">The width in bits.</param>
/// <param name="Type">The property's type, as C# writes it.</param>
/// <param name="NamesClass">The class that knows the C names of its enum; empty for anything else.</param>
/// <param name="ByteOrder">0 native, 1 little-endian, 2 big-endian.</param>
public sealed record BitsModel(string Name, string CName, int Width, string Type, string NamesClass, int ByteOrder);
