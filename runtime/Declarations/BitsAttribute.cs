using System;

namespace IoctlSharp;

/// <summary>
/// One C bit-field of the storage word that carries the attribute. Several stand in C declaration order and name every bit of the word;
/// each becomes a property. The first is at the least significant end on little-endian machines, at the most significant on big-endian ones,
/// as C has it; with <see cref="ByteOrder"/> the word is a device's and the order is fixed. In a union the word is one arm: in C an unnamed struct of
/// these bit-fields.
/// </summary>
/// <param name="name">The property; an empty name leaves the bits unnamed (reserved).</param>
/// <param name="width">The width in bits.</param>
[AttributeUsage(AttributeTargets.Field, AllowMultiple = true, Inherited = false)]
public sealed class BitsAttribute(string name, int width) : Attribute
{
    /// <summary>The property; empty for unnamed bits.</summary>
    public string Name { get; } = name;

    /// <summary>The width in bits.</summary>
    public int Width { get; } = width;

    /// <summary>The type of the property: an enum or an integer; the storage word's type when not set.</summary>
    public Type? Type { get; set; }

    /// <summary>The word's byte order; all attributes of a word state the same.</summary>
    public ByteOrder ByteOrder { get; set; }
}
