using System;
using System.Runtime.CompilerServices;

namespace IoctlSharp.Interop;

/// <summary>A field of a kernel struct that carries a user address: <c>__u64</c> on every machine, or a real pointer.</summary>
internal static unsafe class PointerField
{
    public static void Write<P>(ref P field, void* address)
        where P : unmanaged
    {
        ref byte bytes = ref Unsafe.As<P, byte>(ref field);
        if (sizeof(P) == sizeof(ulong))
            Unsafe.WriteUnaligned(ref bytes, (ulong)(nuint)address);
        else if (sizeof(P) == sizeof(nuint))
            Unsafe.WriteUnaligned(ref bytes, (nuint)address);
        else
            throw new ArgumentException($"A field of type {typeof(P)} ({sizeof(P)} bytes) cannot carry an address: it must be a UserPointer, a ulong or of the machine's pointer size.", nameof(field));
    }

    public static void Write(byte* field, int size, void* address)
    {
        if (size == sizeof(ulong))
            Unsafe.WriteUnaligned(field, (ulong)(nuint)address);
        else if (size == sizeof(nuint))
            Unsafe.WriteUnaligned(field, (nuint)address);
        else
            throw new ArgumentOutOfRangeException(nameof(size), size, "A pointer field has 8 bytes or those of the machine's pointers.");
    }
}
