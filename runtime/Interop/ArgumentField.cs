using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace IoctlSharp.Interop;

/// <summary>
/// Fields of an argument by the offset that the layout engine computed: fields that are private to the user's struct, and padding. Called by generated
/// code; the bounds checks fold away.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ArgumentField
{
    /// <summary>Writes a field.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write<T, F>(ref T argument, int offset, F value)
        where T : unmanaged
        where F : unmanaged => Unsafe.WriteUnaligned(ref At<T>(ref argument, offset, Unsafe.SizeOf<F>()), value);

    /// <summary>Reads a field.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static F Read<T, F>(ref T argument, int offset)
        where T : unmanaged
        where F : unmanaged => Unsafe.ReadUnaligned<F>(ref At<T>(ref argument, offset, Unsafe.SizeOf<F>()));

    /// <summary>Zeroes bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Clear<T>(ref T argument, int offset, int length)
        where T : unmanaged => Unsafe.InitBlockUnaligned(ref At<T>(ref argument, offset, length), 0, (uint)length);

#if NET
    /// <summary>An array within the argument.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Span<F> Span<T, F>(ref T argument, int offset, int count)
        where T : unmanaged
        where F : unmanaged => MemoryMarshal.CreateSpan(ref Unsafe.As<byte, F>(ref At<T>(ref argument, offset, checked(count * Unsafe.SizeOf<F>()))), count);
#endif

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref byte At<T>(ref T argument, int offset, int length)
        where T : unmanaged
    {
        if ((uint)offset > (uint)Unsafe.SizeOf<T>() || (uint)length > (uint)(Unsafe.SizeOf<T>() - offset))
            ThrowOutside(typeof(T), offset, length);
        return ref Unsafe.Add(ref Unsafe.As<T, byte>(ref argument), offset);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowOutside(Type type, int offset, int length) =>
        throw new ArgumentOutOfRangeException(nameof(offset), offset, $"{length} bytes at offset {offset} do not lie within {type}.");
}
