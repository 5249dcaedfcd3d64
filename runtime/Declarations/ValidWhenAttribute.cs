using System;

namespace IoctlSharp;

/// <summary>
/// The field means something only while another field has these flags (all of them) or, where that field's type is no <c>[Flags]</c> enum, this value.
/// Given by the caller it is zero otherwise; given by the kernel it is not read otherwise. Of several attributes one that holds suffices.
/// </summary>
/// <param name="field">The other field: <c>nameof(Flags)</c>.</param>
/// <param name="value">The flags or the value: a constant of that field's type.</param>
[AttributeUsage(AttributeTargets.Field, AllowMultiple = true, Inherited = false)]
public sealed class ValidWhenAttribute(string field, object value) : Attribute
{
    /// <summary>The other field.</summary>
    public string Field { get; } = field;

    /// <summary>The flags or the value.</summary>
    public object Value { get; } = value;

    /// <summary>Only what the caller gives depends on it: what the kernel answers is valid in any case.</summary>
    public bool InputOnly { get; set; }
}
