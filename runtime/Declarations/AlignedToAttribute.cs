using System;

namespace IoctlSharp;

/// <summary>The value of the field is a multiple of a number. <see cref="AlignedAttribute"/> is about where the field stands.</summary>
[AttributeUsage(AttributeTargets.Field, Inherited = false)]
public sealed class AlignedToAttribute : Attribute
{
    /// <summary>It is a multiple of this number.</summary>
    /// <param name="bytes">The number, a power of two.</param>
    public AlignedToAttribute(int bytes) => Bytes = bytes;

    /// <summary>It is a multiple of what another field says.</summary>
    /// <param name="field">The other field, an integer: <c>nameof(PageSize)</c>.</param>
    public AlignedToAttribute(string field) => Field = field;

    /// <summary>The number; 0 where a field says it.</summary>
    public int Bytes { get; }

    /// <summary>The field that says the number; null where it is <see cref="Bytes"/>.</summary>
    public string? Field { get; }

    /// <summary>The flags (or the value) with which alone that holds: a constant of the type of one other field of the struct.</summary>
    public object? When { get; set; }
}
