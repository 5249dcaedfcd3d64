using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace IoctlSharp.Interop;

/// <summary>
/// The number of a command in this process: a constant to the JIT where the runtime knows its architecture. Called by generated code.
/// The C library takes an <c>unsigned long</c> (glibc) or an <c>int</c> (musl): the upper half is zero.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class IoctlNumber
{
    /// <summary><c>_IO(type, nr)</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nuint IO(byte type, byte nr) => IoctlEncoding.Encode(IoctlMacro.IO, type, nr, 0, ProcessAbi.Current);

    /// <summary><c>_IOR(type, nr, argument)</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The size does not fit the number.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nuint IOR(byte type, byte nr, int size) => IoctlEncoding.Encode(IoctlMacro.IOR, type, nr, size, ProcessAbi.Current);

    /// <summary><c>_IOW(type, nr, argument)</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The size does not fit the number.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nuint IOW(byte type, byte nr, int size) => IoctlEncoding.Encode(IoctlMacro.IOW, type, nr, size, ProcessAbi.Current);

    /// <summary><c>_IOWR(type, nr, argument)</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The size does not fit the number.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nuint IOWR(byte type, byte nr, int size) => IoctlEncoding.Encode(IoctlMacro.IOWR, type, nr, size, ProcessAbi.Current);

    /// <summary>The largest argument, in bytes, that a number of <c>_IOR</c>, <c>_IOW</c> or <c>_IOWR</c> can encode on this machine.</summary>
    public static int MaximumSize
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => IoctlEncoding.MaximumSize(IoctlMacro.IOWR, ProcessAbi.Current);
    }

    /// <summary>A number that no macro made.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nuint Legacy(uint number, uint powerPC, uint mips, uint sparc)
    {
        LinuxAbi abi = ProcessAbi.Current;
        return abi == LinuxAbi.Ppc64le ? powerPC : abi == LinuxAbi.Mips64el ? mips : abi == LinuxAbi.Sparc64 ? sparc : number;
    }

    /// <summary>A number within the type that is known at run time only, as in <c>EVIOCGBIT(ev, len)</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The sum is beyond the 8 bits that a number has.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte Offset(byte nr, byte add)
    {
        int sum = nr + add;
        if (sum > byte.MaxValue)
            ThrowBeyondByte(nr, add);
        return (byte)sum;
    }

    private static void ThrowBeyondByte(byte nr, byte add) => throw new ArgumentOutOfRangeException(
        nameof(add), add, $"The command's number {nr} plus {add} is {nr + add}, and a command's number has 8 bits: at most {byte.MaxValue - nr} can be added.");
}
