using System;

namespace IoctlSharp;

/// <summary>Of these flags the field has exactly one. One attribute for each group of flags.</summary>
/// <param name="flags">The flags, two or more bits: a constant of the field's type.</param>
[AttributeUsage(AttributeTargets.Field, AllowMultiple = true, Inherited = false)]
public sealed class ExactlyOneAttribute(object flags) : Attribute
{
    /// <summary>The flags.</summary>
    public object Flags { get; } = flags;
}
