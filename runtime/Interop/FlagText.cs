using System.ComponentModel;
using System.Globalization;
using System.Text;

namespace IoctlSharp.Interop;

/// <summary>The C names of the bits that are set. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FlagText
{
    private readonly StringBuilder _text = new();
    private readonly ulong _value;
    private ulong _rest;

    /// <summary>Begins with all bits unnamed.</summary>
    public FlagText(ulong value)
    {
        _value = value;
        _rest = value;
    }

    /// <summary>Names bits, if all of them are set.</summary>
    public FlagText Name(ulong bits, string cName)
    {
        if ((_value & bits) == bits && (_rest & bits) != 0)
        {
            Append(cName);
            _rest &= ~bits;
        }

        return this;
    }

    /// <summary>The names, and what has none in hexadecimal.</summary>
    /// <param name="none">The text for no bit at all.</param>
    public string ToString(string none)
    {
        if (_value == 0)
            return none;
        if (_rest != 0)
            Append("0x" + _rest.ToString("x", CultureInfo.InvariantCulture));
        _rest = 0;
        return _text.ToString();
    }

    private void Append(string text) => _text.Append(_text.Length == 0 ? "" : " | ").Append(text);
}
