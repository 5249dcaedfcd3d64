using System;

namespace IoctlSharp;

/// <summary>The value of the field is a power of two.</summary>
[AttributeUsage(AttributeTargets.Field, Inherited = false)]
public sealed class PowerOfTwoAttribute : Attribute
{
    /// <summary>The flags (or the value) with which alone that holds: a constant of the type of one other field of the struct.</summary>
    public object? When { get; set; }
}
