using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace IoctlSharp;

/// <summary>What the kernel answered: a struct and what stands behind it. Ordinary managed memory, nothing to dispose.</summary>
/// <typeparam name="T">The struct.</typeparam>
public readonly struct KernelBuffer<T>
    where T : unmanaged
{
    private readonly byte[]? _bytes;
    private readonly int _length;
    private readonly int _tailOffset;

    internal KernelBuffer(byte[] bytes, int length, int tailOffset)
    {
        _bytes = bytes;
        _length = length;
        _tailOffset = tailOffset;
    }

    /// <summary>The struct.</summary>
    /// <exception cref="InvalidOperationException">The buffer is default: the call that should have filled it failed.</exception>
    public ref readonly T Value => ref Unsafe.As<byte, T>(ref Filled[0]);

    /// <summary>The length of the answer in bytes, the struct included; 0 for a default buffer.</summary>
    public int Length => _length;

    /// <summary>All bytes of the answer; offsets that the kernel states count from their start.</summary>
    public ReadOnlySpan<byte> Bytes => new(_bytes, 0, _length);

    /// <summary>The whole elements from where the tail begins to the end of the answer.</summary>
    /// <typeparam name="TElement">The type of an element.</typeparam>
    public ReadOnlySpan<TElement> Tail<TElement>()
        where TElement : unmanaged => MemoryMarshal.Cast<byte, TElement>(new ReadOnlySpan<byte>(Filled, Math.Min(_tailOffset, _length), Math.Max(0, _length - _tailOffset)));

    /// <summary>Elements of the tail.</summary>
    /// <typeparam name="TElement">The type of an element.</typeparam>
    /// <param name="count">How many: what the struct's count field says.</param>
    /// <exception cref="ArgumentOutOfRangeException">The answer has fewer.</exception>
    public ReadOnlySpan<TElement> Tail<TElement>(int count)
        where TElement : unmanaged => Tail<TElement>(_tailOffset, count);

    /// <summary>Elements at an offset.</summary>
    /// <typeparam name="TElement">The type of an element.</typeparam>
    /// <param name="offset">The offset of the first from the start of the answer, in bytes.</param>
    /// <param name="count">How many.</param>
    /// <exception cref="ArgumentOutOfRangeException">They do not lie within the answer.</exception>
    public ReadOnlySpan<TElement> Tail<TElement>(int offset, int count)
        where TElement : unmanaged => Elements<TElement>(new ReadOnlySpan<byte>(Filled, 0, _length), offset, count);

    /// <summary>The chain of capabilities behind the struct; empty when the struct says that there is none.</summary>
    /// <exception cref="InvalidOperationException">The struct has no field with <see cref="CapabilityOffsetAttribute"/>, or the buffer is default.</exception>
    public CapabilityChain Capabilities
    {
        get
        {
            // The JIT sees through the box; only Mono allocates it.
            if (Value is not ICapabilitySource source)
                throw new InvalidOperationException($"{typeof(T)} has no field that says where capabilities begin: mark it with [CapabilityOffset].");
            return new CapabilityChain(Bytes, source.CapabilityOffset);
        }
    }

    internal static ReadOnlySpan<TElement> Elements<TElement>(ReadOnlySpan<byte> bytes, int offset, int count)
        where TElement : unmanaged
    {
        long size = (long)count * Unsafe.SizeOf<TElement>();
        if (count < 0 || offset < 0 || offset + size > bytes.Length)
            throw new ArgumentOutOfRangeException(nameof(count), count, $"{count} elements of {Unsafe.SizeOf<TElement>()} bytes at offset {offset} do not lie within the {bytes.Length} bytes that the kernel gave.");
        return MemoryMarshal.Cast<byte, TElement>(bytes.Slice(offset, (int)size));
    }

    private byte[] Filled => _bytes ?? throw new InvalidOperationException("The buffer is empty: the call that should have filled it failed.");
}
