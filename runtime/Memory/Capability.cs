using System;
using System.IO;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using IoctlSharp.Interop;

namespace IoctlSharp;

/// <summary>One capability of a chain.</summary>
public readonly ref struct Capability
{
    private readonly ReadOnlySpan<byte> _bytes;

    internal Capability(ReadOnlySpan<byte> answer, int offset, int end)
    {
        Offset = offset;
        _bytes = answer.Slice(offset, end - offset);
    }

    /// <summary>What it is; the meaning depends on the command.</summary>
    public ushort Id => _bytes.IsEmpty ? (ushort)0 : MemoryMarshal.Read<ushort>(_bytes);

    /// <summary>The version of its layout.</summary>
    public ushort Version => _bytes.IsEmpty ? (ushort)0 : MemoryMarshal.Read<ushort>(_bytes.Slice(2));

    /// <summary>Where it stands in the answer, in bytes.</summary>
    public int Offset { get; }

    /// <summary>Its bytes from the header to where the next one begins, or to the end of the answer.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>Reads it as a struct that begins with the header.</summary>
    /// <typeparam name="T">The struct.</typeparam>
    /// <exception cref="InvalidDataException">The capability is shorter than the struct.</exception>
    /// <exception cref="PlatformNotSupportedException">The process has 32 bits, and the kernel another layout of the struct.</exception>
    public T Read<T>()
        where T : unmanaged
    {
        LayoutGuard.Check<T>();
        if (_bytes.Length < Unsafe.SizeOf<T>())
            throw new InvalidDataException($"Capability {Id} at offset {Offset} has {_bytes.Length} bytes, fewer than the {Unsafe.SizeOf<T>()} of {typeof(T)}.");
        return MemoryMarshal.Read<T>(_bytes);
    }

    /// <summary>The elements behind its struct.</summary>
    /// <typeparam name="TElement">The type of an element.</typeparam>
    /// <param name="offset">Where they begin, in bytes from the header.</param>
    /// <param name="count">How many: what a field of its struct says.</param>
    /// <exception cref="InvalidDataException">The capability has fewer.</exception>
    /// <exception cref="PlatformNotSupportedException">The process has 32 bits, and the kernel another layout of an element.</exception>
    public ReadOnlySpan<TElement> Tail<TElement>(int offset, int count)
        where TElement : unmanaged
    {
        LayoutGuard.Check<TElement>();
        long size = (long)count * Unsafe.SizeOf<TElement>();
        if (offset < 0 || count < 0 || offset + size > _bytes.Length)
            throw new InvalidDataException($"Capability {Id} at offset {Offset} has {_bytes.Length} bytes: {count} elements of {Unsafe.SizeOf<TElement>()} bytes at {offset} do not lie within them.");
        return MemoryMarshal.Cast<byte, TElement>(_bytes.Slice(offset, (int)size));
    }

    /// <summary>Id, version, offset and length.</summary>
    public override string ToString() => $"capability {Id} version {Version} at offset {Offset}, {_bytes.Length} bytes";
}
