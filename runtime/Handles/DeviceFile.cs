using System;
using System.IO;
using IoctlSharp.Interop;

namespace IoctlSharp;

/// <summary>open, dup, pread and pwrite. An interrupted one has done nothing and is made again, as .NET's own files do.</summary>
internal static unsafe class DeviceFile
{
    private const int PathOnStack = 256;

    public static int Open(string path, FileAccess access)
    {
        if (path is { Length: 0 })
            throw new ArgumentException("The path is empty.", nameof(path));
        int flags = LinuxFlags.CloseOnExec | LinuxFlags.NoControllingTty | access switch
        {
            FileAccess.Read => LinuxFlags.ReadOnly,
            FileAccess.Write => LinuxFlags.WriteOnly,
            FileAccess.ReadWrite => LinuxFlags.ReadWrite,
            _ => throw new ArgumentOutOfRangeException(nameof(access), access, "A file is opened to read, to write or for both."),
        };

        using var text = new CStringArgument(stackalloc byte[PathOnStack], path, nameof(path));
        fixed (byte* bytes = text.Bytes)
        {
            while (true)
            {
                int fd = ProcessAbi.Current == LinuxAbi.Ppc64le ? Libc.OpenWithSaveArea(bytes, flags, 0, 0, 0, 0, 0, 0, 0) : Libc.Open(bytes, flags, 0);
                if (fd >= 0)
                    return fd;
                Errno error = LastError.Read();
                if (error != Errno.EINTR)
                    throw OpenFailure(path, access, error);
            }
        }
    }

    public static int Duplicate(int fd)
    {
        const int duplicateCloseOnExec = 1030; // F_DUPFD_CLOEXEC, the same on every architecture
        int copy = ProcessAbi.Current == LinuxAbi.Ppc64le ? Libc.FcntlWithSaveArea(fd, duplicateCloseOnExec, 0, 0, 0, 0, 0, 0, 0) : Libc.Fcntl(fd, duplicateCloseOnExec, 0);
        return copy >= 0 ? copy : throw LastError.Failure($"Duplicating fd {fd}", LastError.Read());
    }

    public static int Read(int fd, Span<byte> buffer, ulong offset, out Errno error)
    {
        fixed (byte* pointer = buffer)
        {
            while (true)
            {
                nint count = sizeof(nint) == sizeof(long)
                    ? Libc.Pread(fd, pointer, (nuint)buffer.Length, (nint)offset)
                    : Libc.Pread64(fd, pointer, (nuint)buffer.Length, (long)offset);
                error = count < 0 ? LastError.Read() : Errno.None;
                if (error != Errno.EINTR)
                    return (int)count;
            }
        }
    }

    public static int Write(int fd, ReadOnlySpan<byte> buffer, ulong offset, out Errno error)
    {
        fixed (byte* pointer = buffer)
        {
            while (true)
            {
                nint count = sizeof(nint) == sizeof(long)
                    ? Libc.Pwrite(fd, pointer, (nuint)buffer.Length, (nint)offset)
                    : Libc.Pwrite64(fd, pointer, (nuint)buffer.Length, (long)offset);
                error = count < 0 ? LastError.Read() : Errno.None;
                if (error != Errno.EINTR)
                    return (int)count;
            }
        }
    }

    private static Exception OpenFailure(string path, FileAccess access, Errno error)
    {
        string operation = $"Opening {path} ({access})";
        return error switch
        {
            Errno.ENOENT => new FileNotFoundException(LastError.Message(operation, error, "is the driver loaded, and does the device exist"), path),
            Errno.ENODEV or Errno.ENXIO => new FileNotFoundException(LastError.Message(operation, error, "no device stands behind this file"), path),
            Errno.EACCES or Errno.EPERM => new UnauthorizedAccessException(LastError.Message(operation, error, "give this user access to the file, or run as one who has it")),
            Errno.EBUSY => LastError.Failure(operation, error, "the device is open elsewhere and can be opened only once"),
            _ => LastError.Failure(operation, error),
        };
    }
}
