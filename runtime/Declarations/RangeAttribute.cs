using System;

namespace IoctlSharp;

/// <summary>The smallest and the largest value of the field.</summary>
/// <param name="minimum">The smallest value.</param>
/// <param name="maximum">The largest value.</param>
[AttributeUsage(AttributeTargets.Field, Inherited = false)]
public sealed class RangeAttribute(long minimum, long maximum) : Attribute
{
    /// <summary>The smallest value.</summary>
    public long Minimum { get; } = minimum;

    /// <summary>The largest value.</summary>
    public long Maximum { get; } = maximum;

    /// <summary>The flags (or the value) with which alone that holds: a constant of the type of one other field of the struct.</summary>
    public object? When { get; set; }
}
