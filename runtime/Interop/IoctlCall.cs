using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace IoctlSharp.Interop;

/// <summary>
/// The call. A result is the ioctl's own value, or the negative error number, as the kernel itself returns it: the C library's -1 and errno
/// are undone at once. Called by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static unsafe class IoctlCall
{
    // The kernel's error numbers are -4095..-1 (MAX_ERRNO).
    private const uint FirstError = unchecked((uint)-4095);

    /// <summary>Whether the result is an error.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsError(int result) => (uint)result >= FirstError;

    /// <summary>The error of a result; <see cref="Errno.None"/> when it is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Errno ErrorOf(int result) => IsError(result) ? (Errno)(-result) : Errno.None;

    /// <summary>A command without an argument: the third argument is 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Invoke(int fd, nuint request) => Call(fd, request, null);

    /// <summary>A command whose argument is the integer itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int InvokeValue(int fd, nuint request, nuint value) => Call(fd, request, (void*)value);

    /// <summary>A command that takes a pointer to the argument, which is pinned for the call.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Invoke<T>(int fd, nuint request, ref T argument)
        where T : unmanaged
    {
        fixed (T* pointer = &argument)
            return Call(fd, request, pointer);
    }

    /// <summary>A command that takes a pointer to the first element; null when there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Invoke<T>(int fd, nuint request, Span<T> argument)
        where T : unmanaged
    {
        fixed (T* pointer = argument)
            return Call(fd, request, pointer);
    }

    /// <summary>A command that takes a pointer to the first element, which the kernel only reads; null when there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Invoke<T>(int fd, nuint request, ReadOnlySpan<T> argument)
        where T : unmanaged
    {
        fixed (T* pointer = argument)
            return Call(fd, request, pointer);
    }

    /// <summary>As <see cref="Invoke{T}(int, nuint, ref T)"/>, with the address of the data in a field of the argument for the time of the call.</summary>
    public static int Invoke<T, P0>(int fd, nuint request, ref T argument, ref P0 pointer0, ReadOnlySpan<byte> data0)
        where T : unmanaged
        where P0 : unmanaged
    {
        fixed (T* pointer = &argument)
        fixed (byte* d0 = data0)
        {
            PointerField.Write(ref pointer0, d0);
            int result = Call(fd, request, pointer);
            PointerField.Write(ref pointer0, null);
            return result;
        }
    }

    /// <summary>As <see cref="Invoke{T}(int, nuint, ref T)"/>, with the addresses of the data in fields of the argument for the time of the call.</summary>
    public static int Invoke<T, P0, P1>(
        int fd, nuint request, ref T argument, ref P0 pointer0, ReadOnlySpan<byte> data0, ref P1 pointer1, ReadOnlySpan<byte> data1)
        where T : unmanaged
        where P0 : unmanaged
        where P1 : unmanaged
    {
        fixed (byte* d1 = data1)
        {
            PointerField.Write(ref pointer1, d1);
            int result = Invoke(fd, request, ref argument, ref pointer0, data0);
            PointerField.Write(ref pointer1, null);
            return result;
        }
    }

    /// <summary>As <see cref="Invoke{T}(int, nuint, ref T)"/>, with the addresses of the data in fields of the argument for the time of the call.</summary>
    public static int Invoke<T, P0, P1, P2>(
        int fd, nuint request, ref T argument, ref P0 pointer0, ReadOnlySpan<byte> data0, ref P1 pointer1, ReadOnlySpan<byte> data1, ref P2 pointer2, ReadOnlySpan<byte> data2)
        where T : unmanaged
        where P0 : unmanaged
        where P1 : unmanaged
        where P2 : unmanaged
    {
        fixed (byte* d2 = data2)
        {
            PointerField.Write(ref pointer2, d2);
            int result = Invoke(fd, request, ref argument, ref pointer0, data0, ref pointer1, data1);
            PointerField.Write(ref pointer2, null);
            return result;
        }
    }

    /// <summary>The argument stands in a <see cref="CallBuffer"/>; the address of the data is in a field of it for the time of the call.</summary>
    public static int Invoke<P0>(int fd, nuint request, Span<byte> argument, ref P0 pointer0, ReadOnlySpan<byte> data0)
        where P0 : unmanaged
    {
        fixed (byte* pointer = argument)
        fixed (byte* d0 = data0)
        {
            PointerField.Write(ref pointer0, d0);
            int result = Call(fd, request, pointer);
            PointerField.Write(ref pointer0, null);
            return result;
        }
    }

    /// <summary>The argument stands in a <see cref="CallBuffer"/>; the addresses of the data are in fields of it for the time of the call.</summary>
    public static int Invoke<P0, P1>(
        int fd, nuint request, Span<byte> argument, ref P0 pointer0, ReadOnlySpan<byte> data0, ref P1 pointer1, ReadOnlySpan<byte> data1)
        where P0 : unmanaged
        where P1 : unmanaged
    {
        fixed (byte* d1 = data1)
        {
            PointerField.Write(ref pointer1, d1);
            int result = Invoke(fd, request, argument, ref pointer0, data0);
            PointerField.Write(ref pointer1, null);
            return result;
        }
    }

    /// <summary>The argument stands in a <see cref="CallBuffer"/>; the addresses of the data are in fields of it for the time of the call.</summary>
    public static int Invoke<P0, P1, P2>(
        int fd, nuint request, Span<byte> argument, ref P0 pointer0, ReadOnlySpan<byte> data0, ref P1 pointer1, ReadOnlySpan<byte> data1, ref P2 pointer2, ReadOnlySpan<byte> data2)
        where P0 : unmanaged
        where P1 : unmanaged
        where P2 : unmanaged
    {
        fixed (byte* d2 = data2)
        {
            PointerField.Write(ref pointer2, d2);
            int result = Invoke(fd, request, argument, ref pointer0, data0, ref pointer1, data1);
            PointerField.Write(ref pointer2, null);
            return result;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Call(int fd, nuint request, void* argument)
    {
        int result = ProcessAbi.Current == LinuxAbi.Ppc64le
            ? Libc.IoctlWithSaveArea(fd, request, argument, 0, 0, 0, 0, 0, 0)
            : Libc.Ioctl(fd, request, argument);
        return result == -1 ? Failed() : result;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Failed() => -(int)LastError.Read();
}
