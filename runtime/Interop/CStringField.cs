using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text;

namespace IoctlSharp.Interop;

/// <summary>NUL-terminated text in an array field of a struct. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CStringField
{
    /// <summary>The text up to the first NUL, or all of the array when it has none.</summary>
    public static string Read(ref byte first, int length)
    {
        byte[] bytes = ArrayField.Bytes(ref first, length);
        int nul = Array.IndexOf(bytes, (byte)0);
        return Encoding.UTF8.GetString(bytes, 0, nul < 0 ? length : nul);
    }

    /// <summary>Sets the text and zeroes the rest: the kernel sees no trace of a longer one before it.</summary>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    /// <exception cref="ArgumentException">The text and its NUL do not fit, or it has a NUL in it.</exception>
    public static void Write(ref byte first, int length, string text, string field)
    {
        if (text is null)
            throw new ArgumentNullException(field);
        if (text.IndexOf('\0') is >= 0 and int nul)
            throw new ArgumentException($"The text for {field} has a NUL at index {nul}: the kernel would see only what stands before it.", field);
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.Length >= length)
            throw new ArgumentException($"The text for {field} is {bytes.Length} bytes of UTF-8; with its NUL at most {length} fit. Nothing is cut.", field);
        for (int i = 0; i < length; i++)
            Unsafe.Add(ref first, i) = i < bytes.Length ? bytes[i] : (byte)0;
    }
}
