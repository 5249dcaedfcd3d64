using System;
using System.Buffers;
using System.ComponentModel;
using System.Text;

namespace IoctlSharp.Interop;

/// <summary>The NUL-terminated bytes of a text, for a call. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct CStringArgument
{
    // Half a surrogate pair is refused: a replacement character would name another device.
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Span<byte> _bytes;
    private byte[]? _pooled;

    /// <summary>The text in UTF-8.</summary>
    /// <param name="stack">Bytes that live as long as this; a longer text is pooled.</param>
    /// <param name="text">The text.</param>
    /// <param name="parameterName">The parameter that an error names.</param>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    /// <exception cref="ArgumentException">The text has a NUL in it, or is not valid UTF-16.</exception>
    public unsafe CStringArgument(Span<byte> stack, string text, string parameterName)
    {
        if (text is null)
            throw new ArgumentNullException(parameterName);
        if (text.IndexOf('\0') is >= 0 and int nul)
            throw EmbeddedNul(nul, parameterName);

        int length;
        try
        {
            length = s_strict.GetByteCount(text);
        }
        catch (EncoderFallbackException e)
        {
            throw new ArgumentException("The text has half a surrogate pair, which no UTF-8 bytes stand for.", parameterName, e);
        }

        _bytes = Room(stack, length, out _pooled);
        fixed (char* from = text)
        fixed (byte* to = _bytes)
            s_strict.GetBytes(from, text.Length, to, length);
        _bytes[length] = 0;
    }

    /// <summary>The bytes and a NUL behind them, unless they end in one.</summary>
    /// <param name="stack">Bytes that live as long as this; a longer text is pooled.</param>
    /// <param name="text">The text.</param>
    /// <param name="parameterName">The parameter that an error names.</param>
    /// <exception cref="ArgumentException">The text has a NUL before its end.</exception>
    public CStringArgument(Span<byte> stack, ReadOnlySpan<byte> text, string parameterName)
    {
        if (text.Length > 0 && text[text.Length - 1] == 0)
            text = text.Slice(0, text.Length - 1);
        if (text.IndexOf((byte)0) is >= 0 and int nul)
            throw EmbeddedNul(nul, parameterName);

        _bytes = Room(stack, text.Length, out _pooled);
        text.CopyTo(_bytes);
        _bytes[text.Length] = 0;
    }

    /// <summary>The bytes, the NUL included.</summary>
    public readonly Span<byte> Bytes => _bytes;

    /// <summary>Whether the text can be sent: for calls that never throw.</summary>
    public static bool IsValid(string? text) => text is not null && text.IndexOf('\0') < 0 && IsUtf16(text);

    /// <summary>Whether the bytes can be sent: for calls that never throw.</summary>
    public static bool IsValid(ReadOnlySpan<byte> text) => text.IndexOf((byte)0) is var nul && (nul < 0 || nul == text.Length - 1);

    /// <summary>Gives pooled bytes back, once.</summary>
    public void Dispose()
    {
        byte[]? pooled = _pooled;
        _pooled = null;
        if (pooled is not null)
            ArrayPool<byte>.Shared.Return(pooled);
    }

    private static bool IsUtf16(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(char.IsHighSurrogate(text[i]) && ++i < text.Length && char.IsLowSurrogate(text[i])))
                return false;
        }

        return true;
    }

    private static Span<byte> Room(Span<byte> stack, int length, out byte[]? pooled)
    {
        int size = checked(length + 1);
        pooled = size <= stack.Length ? null : ArrayPool<byte>.Shared.Rent(size);
        return pooled is null ? stack.Slice(0, size) : new Span<byte>(pooled, 0, size);
    }

    private static ArgumentException EmbeddedNul(int index, string parameterName) =>
        new($"The text has a NUL at index {index}: the kernel would see only what stands before it.", parameterName);
}
