using System;
using System.Runtime.InteropServices;

namespace IoctlSharp.Benchmarks;

/// <summary>The calls that a C# developer can write by hand.</summary>
internal static unsafe partial class Contestants
{
    public const nuint MapDma = 0x3b71;
    public const nuint Available = 0x541b;

    [DllImport("libc", EntryPoint = "ioctl")]
    public static extern int Blittable(int fd, nuint request, void* argument);

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    public static partial int WithFd(int fd, nuint request, ref DmaMap argument);

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    public static partial int WithHandle(SafeHandle fd, nuint request, ref DmaMap argument);

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    public static partial int WithFd(int fd, nuint request, out int argument);

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    public static partial int WithHandle(SafeHandle fd, nuint request, out int argument);

    [DllImport("libc", EntryPoint = "c_map")]
    public static extern int MapInC(int fd, DmaMap* map, int rounds);

    [DllImport("libc", EntryPoint = "c_available")]
    public static extern int AvailableInC(int fd, int rounds);

    public static void MapBlittable(int fd, in DmaMap map)
    {
        DmaMap argument = map;
        argument.SetArgSize((uint)sizeof(DmaMap));
        if (Blittable(fd, MapDma, &argument) == -1)
            throw new InvalidOperationException($"ioctl failed: {Marshal.GetLastSystemError()}");
    }

    public static void MapWithFd(int fd, in DmaMap map)
    {
        DmaMap argument = map;
        argument.SetArgSize((uint)sizeof(DmaMap));
        if (WithFd(fd, MapDma, ref argument) == -1)
            throw new InvalidOperationException($"ioctl failed: {Marshal.GetLastPInvokeError()}");
    }

    public static void MapWithHandle(SafeHandle fd, in DmaMap map)
    {
        DmaMap argument = map;
        argument.SetArgSize((uint)sizeof(DmaMap));
        if (WithHandle(fd, MapDma, ref argument) == -1)
            throw new InvalidOperationException($"ioctl failed: {Marshal.GetLastPInvokeError()}");
    }

    public static int AvailableBlittable(int fd)
    {
        int available = 0;
        if (Blittable(fd, Available, &available) == -1)
            throw new InvalidOperationException($"ioctl failed: {Marshal.GetLastSystemError()}");
        return available;
    }

    public static int AvailableWithFd(int fd)
    {
        if (WithFd(fd, Available, out int available) == -1)
            throw new InvalidOperationException($"ioctl failed: {Marshal.GetLastPInvokeError()}");
        return available;
    }

    public static int AvailableWithHandle(SafeHandle fd)
    {
        if (WithHandle(fd, Available, out int available) == -1)
            throw new InvalidOperationException($"ioctl failed: {Marshal.GetLastPInvokeError()}");
        return available;
    }
}
