using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace IoctlSharp.Calls.Tests.Recording;

/// <summary>Garbage where the next call will have its locals, and where a caller's struct has its padding.</summary>
internal static class DirtyStack
{
    public const byte Garbage = 0xCC;

    private const int Size = 16 * 1024;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Fill()
    {
        Span<byte> stack = stackalloc byte[Size];
        stack.Fill(Garbage);
        Keep(stack);
    }

    /// <summary>A struct whose every byte is garbage, the padding included.</summary>
    public static T Struct<T>()
        where T : unmanaged
    {
        T value = default;
        MemoryMarshal.AsBytes(new Span<T>(ref value)).Fill(Garbage);
        return value;
    }

    // What nobody looks at is not written.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Keep(Span<byte> stack) => stack[0] = stack[^1];
}
