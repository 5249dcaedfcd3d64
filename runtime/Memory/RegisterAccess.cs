using System.Runtime.CompilerServices;
using System.Threading;
using IoctlSharp.Interop;

namespace IoctlSharp;

/// <summary>
/// Loads and stores of device registers at their own width. RyuJIT narrows an inlined volatile read to the byte of which the caller uses a bit, and a
/// device sees another access than was written: it must not see the callers.
/// </summary>
internal static unsafe class RegisterAccess
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static byte Load8(byte* register) => Volatile.Read(ref *register);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ushort Load16(byte* register) => Volatile.Read(ref *(ushort*)register);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static uint Load32(byte* register) => Volatile.Read(ref *(uint*)register);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ulong Load64(byte* register) => Volatile.Read(ref *(ulong*)register);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Store8(byte* register, byte value) => Volatile.Write(ref *register, value);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Store16(byte* register, ushort value) => Volatile.Write(ref *(ushort*)register, value);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Store32(byte* register, uint value) => Volatile.Write(ref *(uint*)register, value);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Store64(byte* register, ulong value) => Volatile.Write(ref *(ulong*)register, value);

    // Memory and device accesses of one thread stay in order on x86. Elsewhere acquire and release order memory among processors only, and a device
    // needs the full barrier: what was written to memory before a doorbell must be there when the doorbell arrives.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void OrderWithMemory()
    {
        LinuxAbi abi = ProcessAbi.Current;
        if (abi != LinuxAbi.X86_64 && abi != LinuxAbi.I386)
            Interlocked.MemoryBarrier();
    }
}
