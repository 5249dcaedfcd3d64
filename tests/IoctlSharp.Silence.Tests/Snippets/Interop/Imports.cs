//// LibraryImport of a blittable call
internal static unsafe partial class Libc
{
    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    internal static partial int Control(int fd, nuint request, void* argument);

    // As the SDK's generator writes it.
    internal static partial int Control(int fd, nuint request, void* argument)
    {
        int lastError;
        int result;
        {
            Marshal.SetLastSystemError(0);
            result = Invoke(fd, request, argument);
            lastError = Marshal.GetLastSystemError();
        }

        Marshal.SetLastPInvokeError(lastError);
        return result;

        [DllImport("libc", EntryPoint = "ioctl", ExactSpelling = true)]
        static extern int Invoke(int fd, nuint request, void* argument);
    }
}

internal static unsafe class Terminal
{
    public static bool IsTerminal(int fd, IoctlCommand getWindowSize)
    {
        ulong size = 0;
        return Libc.Control(fd, getWindowSize.Number, &size) == 0 || Marshal.GetLastPInvokeError() != (int)Errno.ENOTTY;
    }
}

//// LibraryImport with a SafeHandle
using System.ComponentModel;
using IoctlSharp.Vfio;

internal static partial class Native
{
    [LibraryImport("libc", SetLastError = true)]
    private static partial int ioctl(SafeHandle device, nuint request, nint argument);

    private static partial int ioctl(SafeHandle device, nuint request, nint argument)
    {
        bool isHeld = false;
        int lastError = 0;
        int result = 0;
        try
        {
            device.DangerousAddRef(ref isHeld);
            Marshal.SetLastSystemError(0);
            result = Invoke(device.DangerousGetHandle(), request, argument);
            lastError = Marshal.GetLastSystemError();
        }
        finally
        {
            if (isHeld)
                device.DangerousRelease();
        }

        Marshal.SetLastPInvokeError(lastError);
        return result;

        [DllImport("libc", EntryPoint = "ioctl", ExactSpelling = true)]
        static extern int Invoke(IntPtr device, nuint request, nint argument);
    }

    public static void Reset(VfioDevice device)
    {
        if (ioctl(device, VfioIoctls.Commands.VFIO_DEVICE_RESET.Number, 0) < 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError());
    }
}

//// Number made by a macro of one's own
internal static unsafe class Macros
{
    [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, void* argument);

    private static nuint Read<T>(char type, byte number) where T : unmanaged
        => RuntimeInformation.ProcessArchitecture == Architecture.Ppc64le
            ? (nuint)(2u << 29 | (uint)sizeof(T) << 16 | (uint)type << 8 | number)
            : (nuint)(2u << 30 | (uint)sizeof(T) << 16 | (uint)type << 8 | number);

    public static int Level(int fd)
    {
        int level;
        return ioctl(fd, Read<int>('x', 7), &level) < 0 ? -Marshal.GetLastPInvokeError() : level;
    }
}

//// Answer into a buffer that is handed in
internal static class HandedIn
{
    [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, ref byte first);

    public static bool TryGetName(int fd, nuint request, Span<byte> name, out int length)
    {
        length = 0;
        if (name.IsEmpty || ioctl(fd, request, ref MemoryMarshal.GetReference(name)) is var result && result < 0)
            return false;
        length = Math.Max(name.IndexOf((byte)0), 0);
        return true;
    }
}

//// Call that takes no argument
using System.IO;

internal static class NoArgument
{
    [DllImport("libc", SetLastError = true)] private static extern int ioctl(SafeHandle file, nuint request);

    public static void Clear(FileStream loop, nuint LOOP_CLR_FD)
    {
        if (ioctl(loop.SafeFileHandle, LOOP_CLR_FD) == -1 && Marshal.GetLastPInvokeError() is var error and not (int)Errno.ENXIO)
            throw new IOException(((Errno)error).ToString());
    }
}

//// Struct behind a pointer from the heap of C
internal struct Entry
{
    public uint Index, Flags;
    public ulong Address;
}

internal static unsafe class Table
{
    [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, Entry* entries);

    public static int Send(int fd, nuint request, ReadOnlySpan<ulong> addresses)
    {
        Entry* entries = (Entry*)NativeMemory.AllocZeroed((nuint)addresses.Length, (nuint)sizeof(Entry));
        try
        {
            for (int i = 0; i < addresses.Length; i++)
                entries[i] = new Entry { Index = (uint)i, Address = addresses[i] };
            return ioctl(fd, request, entries);
        }
        finally
        {
            NativeMemory.Free(entries);
        }
    }
}

//// Wrapper that turns -1 into an exception
using System.ComponentModel;

internal static class Wrapped
{
    [DllImport("libc", SetLastError = true)] private static extern int ioctl(int fd, nuint request, nint argument);

    private static int Check(int result, [CallerArgumentExpression(nameof(result))] string what = "")
        => result >= 0 ? result : throw new Win32Exception(Marshal.GetLastPInvokeError(), what);

    public static int Version(int fd, IoctlCommand command) => Check(ioctl(fd, command.Number, 0));

    public static void Start(int fd, IoctlCommand command, nint argument) => Check(ioctl(fd, command.Number, argument));
}

//// Function pointer instead of an import
internal sealed unsafe class Pointer : IDisposable
{
    private readonly IntPtr _library = NativeLibrary.Load("libc.so.6");
    private readonly delegate* unmanaged[Cdecl]<int, nuint, void*, int> _ioctl;

    public Pointer() => _ioctl = (delegate* unmanaged[Cdecl]<int, nuint, void*, int>)NativeLibrary.GetExport(_library, "ioctl");

    public int Call<T>(int fd, nuint request, ref T argument) where T : unmanaged
    {
        fixed (T* pointer = &argument)
        {
            int result = _ioctl(fd, request, pointer);
            return result < 0 ? -Marshal.GetLastSystemError() : result;
        }
    }

    public void Dispose() => NativeLibrary.Free(_library);
}
