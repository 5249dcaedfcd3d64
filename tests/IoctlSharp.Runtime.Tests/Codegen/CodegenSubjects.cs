using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using IoctlSharp.Interop;

namespace IoctlSharp.Runtime.Tests.Codegen;

/// <summary>Methods whose machine code is looked at.</summary>
internal static class CodegenSubjects
{
    [StructLayout(LayoutKind.Sequential)]
    internal struct DmaMap
    {
        public uint ArgSize;
        public uint Flags;
        public ulong Address;
        public ulong Iova;
        public ulong Size;
    }

    // What emitted code does for a raw fd.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static int CallWithFd(int fd)
    {
        if (LayoutGuard.IsMisread(ilp32: false, i386: true))
            throw LayoutGuard.Misread("vfio_bitmap");
        DmaMap argument = default;
        argument.ArgSize = 32;
        return IoctlCall.Invoke(fd, IoctlNumber.IO(0x3b, 113), ref argument);
    }

    // RyuJIT would make a one-byte test of this, were the load visible to it.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static int PollLowBit(MappedRegion region, int limit)
    {
        int rounds = 0;
        while ((region.Read32(0x98) & 1) == 0 && rounds < limit)
            rounds++;
        return rounds;
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static byte LowByte(MappedRegion region) => (byte)region.Read64(0x98);
}
