using System;

namespace IoctlSharp;

/// <summary>
/// The field must be zero while another field has these flags (all of them) or, where that field's type is no <c>[Flags]</c> enum, this value.
/// </summary>
/// <param name="field">The other field: <c>nameof(Flags)</c>.</param>
/// <param name="value">The flags or the value: a constant of that field's type.</param>
[AttributeUsage(AttributeTargets.Field, AllowMultiple = true, Inherited = false)]
public sealed class ZeroWhenAttribute(string field, object value) : Attribute
{
    /// <summary>The other field.</summary>
    public string Field { get; } = field;

    /// <summary>The flags or the value.</summary>
    public object Value { get; } = value;
}
