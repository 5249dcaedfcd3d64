using System;
using System.ComponentModel;
using System.Globalization;
using System.Text;

namespace IoctlSharp.Interop;

/// <summary>
/// The text of a kernel struct: <c>vfio_group_status { argsz = 8, flags = 0x3 (VIABLE|CONTAINER_SET) }</c>. Used by generated <c>ToString</c>
/// methods; invariant culture.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class KernelText
{
    // What a log line can bear; the rest is counted.
    private const int MaxBytes = 64;

    private readonly StringBuilder _text;
    private bool _hasField;

    /// <summary>Begins the text.</summary>
    /// <param name="cName">The C tag; empty when there is none.</param>
    public KernelText(string cName) => _text = new StringBuilder(cName).Append(cName.Length == 0 ? "{" : " {");

    /// <summary>A signed number.</summary>
    public KernelText Add(string field, long value) => Field(field, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>An unsigned number.</summary>
    public KernelText Add(string field, ulong value) => Field(field, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A floating-point number.</summary>
    public KernelText Add(string field, double value) => Field(field, value.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>Text as it is: a nested struct, the name of an enum's value.</summary>
    public KernelText Add(string field, string? text) => Field(field, text ?? "null");

    /// <summary>A number in hexadecimal: addresses, offsets, flags without names.</summary>
    public KernelText Hex(string field, ulong value) => Field(field, "0x" + value.ToString("x", CultureInfo.InvariantCulture));

    /// <summary>Flags with their names, as text.</summary>
    public KernelText Flags(string field, string text) => Field(field, text);

    /// <summary>Flags with their names behind the number.</summary>
    public KernelText Flags(string field, ulong value, string? names) =>
        Field(field, "0x" + value.ToString("x", CultureInfo.InvariantCulture) + (string.IsNullOrEmpty(names) ? "" : " (" + names + ")"));

    /// <summary>Text in quotes: a C string.</summary>
    public KernelText Quoted(string field, string? text) => Field(field, text is null ? "null" : "\"" + text.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"");

    /// <summary>Bytes in hexadecimal; of a long array the first 64 and its length.</summary>
    public KernelText Bytes(string field, ReadOnlySpan<byte> bytes)
    {
        Begin(field).Append('[');
        for (int i = 0; i < bytes.Length && i < MaxBytes; i++)
            _text.Append(i == 0 ? "" : " ").Append(bytes[i].ToString("x2", CultureInfo.InvariantCulture));
        if (bytes.Length > MaxBytes)
            _text.Append(" ... ").Append(bytes.Length.ToString(CultureInfo.InvariantCulture)).Append(" bytes");
        _text.Append(']');
        return this;
    }

    /// <summary>An array in hexadecimal; of a long one the first 64 bytes and its length.</summary>
    public KernelText Elements<T>(string field, ref T first, int count)
        where T : unmanaged => Bytes(field, ArrayField.Bytes(ref first, count));

    /// <summary>Ends the text.</summary>
    public override string ToString() => _text + " }";

    private KernelText Field(string field, string value)
    {
        Begin(field).Append(value);
        return this;
    }

    private StringBuilder Begin(string field)
    {
        _text.Append(_hasField ? ", " : " ").Append(field).Append(" = ");
        _hasField = true;
        return _text;
    }
}
