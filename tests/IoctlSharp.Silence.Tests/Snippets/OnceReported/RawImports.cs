//// Text of an interface request comes back in the copy
using System.ComponentModel;

[StructLayout(LayoutKind.Explicit)]
internal struct InterfaceRequest
{
    [MarshalAs(UnmanagedType.ByValTStr, SizeConst = 16), FieldOffset(0)] public string Name;
    [FieldOffset(16)] public short Flags;
    [FieldOffset(16)] public int Index;
    [FieldOffset(32)] private ulong _rest;
}

internal static class Interfaces
{
    [DllImport("libc", SetLastError = true)] private static extern int ioctl(SafeHandle socket, nuint request, ref InterfaceRequest argument);

    public static int IndexOf(SafeHandle socket, nuint SIOCGIFINDEX, string name)
    {
        InterfaceRequest request = default;
        request.Name = name;
        if (ioctl(socket, SIOCGIFINDEX, ref request) != 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        return request.Index;
    }
}

//// Class that goes in and comes out
[StructLayout(LayoutKind.Sequential)]
internal sealed class Capability
{
    [MarshalAs(UnmanagedType.ByValTStr, SizeConst = 16)] public string Driver = "";
    [MarshalAs(UnmanagedType.ByValTStr, SizeConst = 32)] public string Card = "";
    public uint Version;
}

[StructLayout(LayoutKind.Sequential)]
internal sealed class Geometry
{
    public byte Heads, Sectors;
    public ushort Cylinders;
    public ulong Start;
}

internal static class Classes
{
    [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, [In, Out] Capability argument);
    [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, Geometry argument);

    public static string? Card(int fd, nuint request)
    {
        Capability capability = new();
        return ioctl(fd, request, capability) < 0 ? null : capability.Card;
    }

    public static int Heads(int fd, nuint request)
    {
        Geometry geometry = new();
        return ioctl(fd, request, geometry) < 0 ? 0 : geometry.Heads;
    }
}

//// First element stands for all
internal static class Bits
{
    [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, ref ulong first);
    [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, ref uint first);

#pragma warning disable IOCTL4011 // this program is for one machine
    public static bool IsCamera(int fd)
    {
        Span<uint> capability = stackalloc uint[26];
        return ioctl(fd, 0x80685600, ref MemoryMarshal.GetReference(capability)) == 0 && (capability[21] & 1) != 0;
    }

    public static ulong[]? Keys(int fd)
    {
        ulong[] keys = new ulong[12];
        return ioctl(fd, 0x80604521, ref keys[0]) < 0 ? null : keys;
    }
}

//// Entries behind the head that the number counts
internal unsafe struct Registers
{
    public uint Count, Pad;
    public fixed ulong Entries[64];
}

internal static unsafe class Heads
{
    [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, void* argument);
    [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, byte[] argument);

#pragma warning disable IOCTL4011
    public static uint Read(int cpu)
    {
        Registers registers = default;
        registers.Count = 32;
        registers.Pad = 0;
        return ioctl(cpu, 0xc008ae88, &registers) < 0 ? 0 : registers.Count;
    }

    public static bool Load(int mapper)
    {
        byte[] table = new byte[16384];
        BitConverter.TryWriteBytes(table, 4);
        return ioctl(mapper, 0xc138fd09, table) == 0;
    }
}

//// Macro that names a pointer for an int
internal static class NamesPointer
{
    [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, ref int argument);

    // #define SET_RATE _IOW('a', 'a', int32_t *)
#pragma warning disable IOCTL4011
    public static bool SetRate(int fd, int rate) => ioctl(fd, 0x40086161, ref rate) == 0;
}

//// Address in a 64-bit integer
internal static class AsInteger
{
    [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, ulong argument);

    public static int Functions(int bus, ulong address) => ioctl(bus, 0x705, address);

    public static int Select(int bus, byte address) => ioctl(bus, 0x703, address);
}

//// Errno after what leaves it alone
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Threading;

internal static class Undisturbed
{
    private static int s_calls;

    [DllImport("libc", SetLastError = true)] private static extern int ioctl(SafeHandle file, nuint request, nint argument);
    [DllImport("libudev")] private static extern nint udev_unref(nint udev);

    public static TimeSpan Measure(SafeHandle file, nuint request, nint udev, string path)
    {
        Stopwatch watch = Stopwatch.StartNew();
        int result = ioctl(file, request, 0);
        watch.Stop();
        Interlocked.Increment(ref s_calls);
        udev_unref(udev);
        string name = Path.GetFileName(path);
        if (result >= 0)
            return watch.Elapsed;
        file.Dispose();
        throw new Win32Exception(Marshal.GetLastPInvokeError(), name);
    }
}

//// Descriptor of a file that the method itself closes
using System.IO;
using System.Net.Sockets;

internal static class Own
{
    [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, ref int argument);

    public static int Sector(string path, nuint request)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        int size = 0;
        return ioctl((int)file.SafeFileHandle.DangerousGetHandle(), request, ref size) == 0 ? size : 512;
    }

    public static int Pending(nuint request)
    {
        Socket socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            int count = 0;
            return ioctl(socket.SafeHandle.DangerousGetHandle().ToInt32(), request, ref count) < 0 ? -1 : count;
        }
        finally
        {
            socket.Dispose();
        }
    }
}

//// Memory for an answer is as it comes
using System.Buffers;

internal static class ForAnswers
{
    [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, nint argument);
    [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, byte[] argument);

    public static int Sector(int fd, nuint BLKSSZGET)
    {
        nint size = Marshal.AllocHGlobal(sizeof(int));
        try
        {
            return ioctl(fd, BLKSSZGET, size) < 0 ? -1 : Marshal.ReadInt32(size);
        }
        finally
        {
            Marshal.FreeHGlobal(size);
        }
    }

    public static bool IsPressed(int fd, nuint EVIOCGKEY, int key)
    {
        byte[] keys = ArrayPool<byte>.Shared.Rent(96);
        bool isPressed = ioctl(fd, EVIOCGKEY, keys) >= 0 && (keys[key / 8] >> (key % 8) & 1) != 0;
        ArrayPool<byte>.Shared.Return(keys);
        return isPressed;
    }
}

//// Size of a struct as an older kernel had it, and of one without its data
internal unsafe struct IrqSet
{
    public uint argsz, flags, index, start, count;
    public fixed byte data[4];
}

internal static unsafe class Sizes
{
    [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, void* argument);

    public static bool Disable(int device, nuint VFIO_DEVICE_SET_IRQS)
    {
        IrqSet none = new() { argsz = 20, flags = 0x21, index = 2 };
        return ioctl(device, VFIO_DEVICE_SET_IRQS, &none) == 0;
    }
}

//// Libc of another system
using System.Runtime.Versioning;

[SupportedOSPlatform("macos")]
internal static class Mac
{
    [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, ulong request, out ulong size);

    public static int Columns() => ioctl(1, 0x40087468, out ulong size) < 0 ? 80 : (int)(size >> 16 & 0xffff);
}

//// Handle of a file that the method opens and returns
using System.IO;

internal static class Tap
{
    [DllImport("libc.so.6", SetLastError = true)] private static extern int ioctl(int fd, nuint request, nint argument);

    public static FileStream Open(nuint TUNSETIFF, byte[] request)
    {
        FileStream tap = new("/dev/net/tun", FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        GCHandle pin = GCHandle.Alloc(request, GCHandleType.Pinned);
        try
        {
            if (ioctl(tap.SafeFileHandle.DangerousGetHandle().ToInt32(), TUNSETIFF, pin.AddrOfPinnedObject()) < 0)
                throw new IOException($"errno {Marshal.GetLastPInvokeError()}");
        }
        finally
        {
            pin.Free();
        }

        return tap;
    }
}

//// Result of no interest, said in the open
internal sealed class Virtual(int keyboard) : IDisposable
{
    [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, nint argument);
    [DllImport("libc")] private static extern int close(int fd);

    private const uint UI_DEV_DESTROY = 0x5502;

    public void Dispose()
    {
        if (keyboard < 0)
            return;
        _ = ioctl(keyboard, UI_DEV_DESTROY, 0);
        _ = close(keyboard);
    }
}
