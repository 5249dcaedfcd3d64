using System;

namespace IoctlSharp;

/// <summary>The caller gives the field, and not as zero.</summary>
[AttributeUsage(AttributeTargets.Field, Inherited = false)]
public sealed class NonZeroAttribute : Attribute
{
    /// <summary>The flags (or the value) with which it may be zero: a constant of the type of one other field of the struct.</summary>
    public object? Unless { get; set; }

    /// <summary>The flags (or the value) with which alone it must not be zero: a constant of the type of one other field of the struct.</summary>
    public object? When { get; set; }
}
