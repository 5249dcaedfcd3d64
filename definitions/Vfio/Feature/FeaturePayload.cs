using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace IoctlSharp.Vfio;

/// <summary>The data of a feature that has a tail of its own: a struct and elements behind it.</summary>
internal static class FeaturePayload
{
    public static byte[] Join<THead, TElement>(THead head, ReadOnlySpan<TElement> elements)
        where THead : unmanaged
        where TElement : unmanaged
    {
        ReadOnlySpan<byte> tail = MemoryMarshal.AsBytes(elements);
        byte[] payload = new byte[checked(Unsafe.SizeOf<THead>() + tail.Length)];
        Unsafe.WriteUnaligned(ref payload[0], head);
        tail.CopyTo(payload.AsSpan(Unsafe.SizeOf<THead>()));
        return payload;
    }
}
