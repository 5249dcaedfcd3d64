using System;

namespace IoctlSharp;

/// <summary>Constant bits that the call sets in a field, whatever else is in it.</summary>
/// <param name="field">The field: <c>nameof(VfioIrqSet.Flags)</c>; a field of a nested struct behind a dot. It may be one of the struct in the tail.</param>
/// <param name="value">The bits: a constant of the field's type.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class PresetAttribute(string field, object value) : Attribute
{
    /// <summary>The field.</summary>
    public string Field { get; } = field;

    /// <summary>The bits.</summary>
    public object Value { get; } = value;

    /// <summary>The struct that has the field, where the argument and the struct in its tail both have one of that name.</summary>
    public Type? Of { get; set; }
}
