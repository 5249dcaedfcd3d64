using System;

namespace IoctlSharp;

/// <summary>The value of the field is a multiple of this number. <see cref="AlignedAttribute"/> is about where the field stands.</summary>
/// <param name="bytes">The number, a power of two.</param>
[AttributeUsage(AttributeTargets.Field, Inherited = false)]
public sealed class AlignedToAttribute(int bytes) : Attribute
{
    /// <summary>The number.</summary>
    public int Bytes { get; } = bytes;
}
