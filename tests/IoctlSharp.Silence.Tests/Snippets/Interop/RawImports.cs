//// Raw group status with argsz
using System.ComponentModel;
using IoctlSharp.Vfio;

internal struct GroupStatus
{
    public uint argsz;
    public uint flags;
}

internal static unsafe class RawGroup
{
    [DllImport("libc", SetLastError = true)]
    private static extern int ioctl(int fd, nuint request, void* argument);

    public static uint ReadFlags(int group)
    {
        GroupStatus status = new() { argsz = (uint)sizeof(GroupStatus) };
        if (ioctl(group, VfioIoctls.Commands.VFIO_GROUP_GET_STATUS.Number, &status) < 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        return status.flags;
    }
}

//// Raw call with a variable of the command
using System.IO;
using IoctlSharp.Vfio;

namespace Drivers.Raw;

internal static partial class Libc
{
    [DllImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    internal static extern int Control(SafeHandle fd, nuint request, nint argument);
}

internal sealed class ContainerProbe(VfioContainer container)
{
    public int Version()
    {
        IoctlCommand command = VfioIoctls.Commands.VFIO_GET_API_VERSION;
        int result = Libc.Control(container, command.Number, 0);
        if (result < 0)
        {
            int error = Marshal.GetLastPInvokeError();
            throw new IOException($"{command} failed with {(Errno)error}");
        }

        return result;
    }
}

//// Interrupted raw calls are made again
internal static unsafe class Retrying
{
    private const int EINTR = 4;

    [DllImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    private static extern int Ioctl(int fd, nuint request, void* argument);

    public static int Call(int fd, IoctlCommand command, void* argument)
    {
        for (int attempt = 0; attempt < 10; attempt++)
        {
            int result = Ioctl(fd, command.Number, argument);
            if (result >= 0)
                return result;
            int error = Marshal.GetLastPInvokeError();
            if (error != EINTR)
                return -error;
        }

        return -EINTR;
    }
}

//// An ioctl that belongs to another library
internal static class SerialBoard
{
    [DllImport("libft4222", EntryPoint = "ioctl", SetLastError = false)]
    private static extern int ioctl(IntPtr board, int code, byte[] data, int length);

    public static byte[] Query(IntPtr board, int code)
    {
        byte[] data = new byte[16];
        int written = ioctl(board, code, data, data.Length);
        return written < 0 ? [] : data[..written];
    }
}

//// A managed method by the name of ioctl
using System.Collections.Generic;

internal sealed class FakeKernel
{
    private readonly Dictionary<uint, Func<ulong, int>> _answers = [];

    public void On(IoctlCommand command, Func<ulong, int> answer) => _answers[command.Number] = answer;

    public int ioctl(int fd, uint request, ulong argument)
        => fd >= 0 && _answers.TryGetValue(request, out Func<ulong, int>? answer) ? answer(argument) : -(int)Errno.ENOTTY;
}

//// Anonymous memory by mmap
using System.ComponentModel;

internal sealed unsafe class AnonymousPages : IDisposable
{
    private const int ProtRead = 1, ProtWrite = 2, MapPrivate = 2, MapAnonymous = 0x20;

    private void* _start;
    private readonly nuint _length;

    [DllImport("libc", SetLastError = true)]
    private static extern void* mmap(void* address, nuint length, int protection, int flags, int fd, nint offset);

    [DllImport("libc", SetLastError = true)]
    private static extern int munmap(void* address, nuint length);

    public AnonymousPages(int pages)
    {
        _length = (nuint)pages * (nuint)Environment.SystemPageSize;
        _start = mmap(null, _length, ProtRead | ProtWrite, MapPrivate | MapAnonymous, -1, 0);
        if (_start == (void*)-1)
            throw new Win32Exception(Marshal.GetLastPInvokeError());
    }

    public Span<byte> Bytes => new(_start, checked((int)_length));

    public void Dispose()
    {
        if (_start == null)
            return;
        _ = munmap(_start, _length);
        _start = null;
    }
}

//// Poll over two descriptors
using System.IO;

internal struct PollEntry
{
    public int Fd;
    public short Events;
    public short Revents;
}

internal static unsafe class Waiter
{
    private const short PollIn = 1;

    [DllImport("libc", SetLastError = true)]
    private static extern int poll(PollEntry* entries, nuint count, int timeout);

    public static bool Either(EventFd first, EventFd second, int milliseconds)
    {
        using BorrowedFd one = new(first), two = new(second);
        PollEntry* entries = stackalloc PollEntry[2];
        entries[0] = new PollEntry { Fd = one.Value, Events = PollIn };
        entries[1] = new PollEntry { Fd = two.Value, Events = PollIn };
        int ready = poll(entries, 2, milliseconds);
        if (ready < 0)
            throw new IOException("poll", Marshal.GetLastPInvokeError());
        return ((entries[0].Revents | entries[1].Revents) & PollIn) != 0;
    }
}

//// Epoll with a safe handle
using System.ComponentModel;
using Microsoft.Win32.SafeHandles;

[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct EpollEvent
{
    public uint Events;
    public ulong Data;
}

internal static partial class Epoll
{
    [DllImport("libc", SetLastError = true)]
    private static extern int epoll_create1(int flags);

    [DllImport("libc", SetLastError = true)]
    private static extern int epoll_ctl(SafeHandle epoll, int operation, SafeHandle target, in EpollEvent what);

    public static SafeFileHandle Create()
    {
        if (RuntimeInformation.ProcessArchitecture != Architecture.X64)
            throw new PlatformNotSupportedException("epoll_event is packed on x86-64 only");
        int fd = epoll_create1(0x80000);
        return fd >= 0 ? new SafeFileHandle(fd, ownsHandle: true) : throw new Win32Exception(Marshal.GetLastPInvokeError());
    }

    public static void Add(SafeHandle epoll, EventFd target, ulong tag)
    {
        EpollEvent what = new() { Events = 1, Data = tag };
        if (epoll_ctl(epoll, 1, target, in what) != 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError());
    }
}

//// Pread that keeps errno by itself
internal static unsafe class Positioned
{
    [DllImport("libc")]
    private static extern nint pread(int fd, void* buffer, nuint count, long offset);

    public static Errno Fill(int fd, Span<byte> into, long offset, out int count)
    {
        nint read;
        int error = 0;
        fixed (byte* pointer = into)
        {
            Marshal.SetLastSystemError(0);
            read = pread(fd, pointer, (nuint)into.Length, offset);
            if (read < 0)
                error = Marshal.GetLastSystemError();
        }

        count = read < 0 ? 0 : (int)read;
        return (Errno)error;
    }
}

//// The window size of a terminal
using System.ComponentModel;

internal struct WinSize
{
    public ushort Rows, Columns, XPixels, YPixels;
}

internal static unsafe class Terminal
{
    private static readonly IoctlCommand s_getWindowSize = IoctlCommand.Legacy("TIOCGWINSZ", 0x5413, powerPC: 0x40087468, mips: 0x40087468, sparc: 0x40087468);

    [DllImport("libc", SetLastError = true)]
    private static extern int ioctl(int fd, nuint request, WinSize* size);

    public static (int Rows, int Columns) Size(int fd = 1)
    {
        WinSize size;
        if (ioctl(fd, s_getWindowSize.Number, &size) == -1)
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        return (size.Rows, size.Columns);
    }
}

//// Number of bytes that wait, by out int
internal static class Waiting
{
    private static nuint FionRead => IoctlCommand.Legacy("FIONREAD", number: 0x541B, powerPC: 0x4004667F, mips: 0x467F, sparc: 0x4004667F).Number;

    [DllImport("libc.so.6", EntryPoint = "ioctl", SetLastError = true)]
    private static extern int IoctlOutInt(int fd, nuint request, out int count);

    public static int? Count(int fd)
    {
        if (IoctlOutInt(fd, FionRead, out int count) == 0)
            return count;
        int error = Marshal.GetLastPInvokeError();
        return error == (int)Errno.ENOTTY ? null : throw new InvalidOperationException($"errno {error}");
    }
}

//// The address of an I2C slave goes by value
using System.IO;
using Microsoft.Win32.SafeHandles;

public sealed class I2cBus : IDisposable
{
    private const uint I2cSlave = 0x0703;
    private readonly SafeFileHandle _file;

    [DllImport("libc", SetLastError = true)]
    private static extern int ioctl(SafeFileHandle fd, nuint request, nuint value);

    public I2cBus(string path) => _file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite);

    public void Select(byte address)
    {
        if (address > 0x7f)
            throw new ArgumentOutOfRangeException(nameof(address));
        if (ioctl(_file, I2cSlave, address) < 0)
            throw new IOException($"address 0x{address:x2}: errno {Marshal.GetLastPInvokeError()}");
    }

    public void Dispose() => _file.Dispose();
}

//// A function pointer to ioctl
using IoctlSharp.Vfio;

internal sealed unsafe class Dynamic : IDisposable
{
    private readonly nint _library = NativeLibrary.Load("libc.so.6");
    private readonly delegate* unmanaged<int, nuint, void*, int> _ioctl;

    public Dynamic() => _ioctl = (delegate* unmanaged<int, nuint, void*, int>)NativeLibrary.GetExport(_library, "ioctl");

    public bool TryReset(SafeHandle device)
    {
        using BorrowedFd fd = new(device);
        return _ioctl(fd.Value, VfioIoctls.Commands.VFIO_DEVICE_RESET.Number, null) == 0;
    }

    public void Dispose() => NativeLibrary.Free(_library);
}

//// Errno before the log line
using System.Diagnostics;

internal static partial class Native
{
    [DllImport("libc", SetLastError = true)]
    private static extern unsafe int ioctl(int fd, nuint request, void* argument);

    public static unsafe Errno Send<T>(int fd, IoctlCommand command, ref T argument) where T : unmanaged
    {
        int result, error;
        fixed (T* pointer = &argument)
        {
            result = ioctl(fd, command.Number, pointer);
            error = Marshal.GetLastPInvokeError();
        }

        Trace.WriteLine($"{command} -> {result}");
        if (result >= 0)
            return Errno.None;
        Trace.TraceWarning("errno {0}", error);
        return (Errno)error;
    }
}
