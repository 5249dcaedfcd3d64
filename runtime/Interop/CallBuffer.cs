using System;
using System.Buffers;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace IoctlSharp.Interop;

/// <summary>
/// Zeroed bytes for an argument that is a struct with a tail, or too large for the stack. Called by generated code, which declares it with
/// <c>using</c> or disposes it in a <c>finally</c>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct CallBuffer
{
    /// <summary>The largest argument that lives on the stack, in bytes.</summary>
    public const int StackSize = 512;

    private readonly Span<byte> _bytes;
    private byte[]? _pooled;

    /// <summary>A cleared buffer: in <paramref name="stack"/> when it is large enough, else pooled.</summary>
    /// <param name="stack">Bytes that live as long as the buffer; they may hold anything.</param>
    /// <param name="size">The size in bytes.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is negative.</exception>
    public CallBuffer(Span<byte> stack, int size)
    {
        if (size < 0)
            throw new ArgumentOutOfRangeException(nameof(size), size, "The size of an argument cannot be negative.");
        if (size <= stack.Length)
        {
            _pooled = null;
            _bytes = stack.Slice(0, size);
        }
        else
        {
            _pooled = ArrayPool<byte>.Shared.Rent(size);
            _bytes = new Span<byte>(_pooled, 0, size);
        }

        _bytes.Clear();
    }

    /// <summary>The bytes, exactly as many as asked for.</summary>
    public readonly Span<byte> Bytes => _bytes;

    /// <summary>The struct at the start.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The buffer is shorter than the struct.</exception>
    public readonly ref T As<T>()
        where T : unmanaged => ref At<T>(0);

    /// <summary>A value at an offset in bytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value does not lie within the buffer.</exception>
    public readonly ref T At<T>(int offset)
        where T : unmanaged
    {
        if (offset < 0 || offset > _bytes.Length - Unsafe.SizeOf<T>())
            throw new ArgumentOutOfRangeException(nameof(offset), offset, $"A {typeof(T)} of {Unsafe.SizeOf<T>()} bytes does not lie within an argument of {_bytes.Length} bytes.");
        return ref Unsafe.As<byte, T>(ref Unsafe.Add(ref MemoryMarshal.GetReference(_bytes), offset));
    }

    /// <summary>The whole elements from an offset in bytes to the end.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The offset lies outside the buffer.</exception>
    public readonly Span<T> Tail<T>(int offset)
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(_bytes.Slice(offset));

    /// <summary>Gives a pooled buffer back, once.</summary>
    public void Dispose()
    {
        byte[]? pooled = _pooled;
        _pooled = null;
        if (pooled is not null)
            ArrayPool<byte>.Shared.Return(pooled);
    }

    /// <summary>The size of a struct with a tail: at least the struct.</summary>
    /// <param name="headerSize">The size of the struct in bytes.</param>
    /// <param name="tailOffset">Where the tail begins, which may be before the end of the struct's padding.</param>
    /// <param name="count">The number of elements.</param>
    /// <param name="elementSize">The size of an element in bytes.</param>
    /// <param name="parameterName">The parameter that is the tail.</param>
    /// <exception cref="ArgumentException">The argument would be larger than 2 GiB.</exception>
    public static int Size(int headerSize, int tailOffset, int count, int elementSize, string parameterName = "tail")
    {
        if (!Fits(headerSize, tailOffset, count, elementSize))
            throw new ArgumentException($"A tail of {count} elements of {elementSize} bytes is larger than an argument can be ({int.MaxValue} bytes): pass fewer elements.", parameterName);
        return Math.Max(headerSize, tailOffset + (count * elementSize));
    }

    /// <summary>Whether <see cref="Size"/> has an answer: for calls that never throw.</summary>
    /// <param name="headerSize">The size of the struct in bytes.</param>
    /// <param name="tailOffset">Where the tail begins.</param>
    /// <param name="count">The number of elements.</param>
    /// <param name="elementSize">The size of an element in bytes.</param>
    public static bool Fits(int headerSize, int tailOffset, int count, int elementSize)
        => headerSize >= 0 && count >= 0 && tailOffset + ((long)count * elementSize) <= int.MaxValue;
}
