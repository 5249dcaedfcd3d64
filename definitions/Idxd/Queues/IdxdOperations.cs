using System;
using System.Globalization;

namespace IoctlSharp.Idxd;

/// <summary>The operations that a device can do or a work queue takes: 256 bits, one for each operation code (<c>op_cap</c>, <c>op_config</c> in sysfs).</summary>
public sealed class IdxdOperations
{
    private const int Words = 8;

    private readonly uint[] _words;
    private readonly string _text;

    private IdxdOperations(uint[] words, string text)
    {
        _words = words;
        _text = text;
    }

    /// <summary>Whether the operation is among them.</summary>
    public bool Contains(DsaOpcode operation) => Contains((byte)operation);

    /// <summary>Whether the operation is among them.</summary>
    public bool Contains(IaxOpcode operation) => Contains((byte)operation);

    /// <summary>The bits as sysfs has them: words of 32 bits in hexadecimal, the highest first.</summary>
    public override string ToString() => _text;

    // Null for what is no such text.
    internal static IdxdOperations? TryParse(string text)
    {
        string[] parts = text.Split(',');
        if (parts.Length != Words)
            return null;
        uint[] words = new uint[Words];
        for (int i = 0; i < Words; i++)
        {
            if (!uint.TryParse(parts[Words - 1 - i], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out words[i]))
                return null;
        }

        return new IdxdOperations(words, text);
    }

    private bool Contains(byte code) => (_words[code / 32] >> (code % 32) & 1) != 0;
}
