using System;
using System.IO;
using System.Runtime.InteropServices;
#if NET
using System.Runtime.Versioning;
using System.Threading;
#endif
using IoctlSharp.Interop;

namespace IoctlSharp;

/// <summary>
/// An open file of one kind. Derive a sealed class for each kind of file that has commands of its own, with a constructor
/// <c>(IntPtr fd, bool ownsHandle)</c>: the type of the first parameter then says which commands a file has. -1 is invalid; 0 is a file
/// descriptor like any other. Every call keeps the descriptor open until it returns.
/// </summary>
public abstract class DeviceHandle : SafeHandle
{
    private static readonly IntPtr s_none = new(-1);

#if NET
    private const int Open = 0;
    private const int Releasing = 1;
    private const int Closed = 2;

    private int _phase = Open;
#endif

    /// <summary>Adopts a file descriptor.</summary>
    /// <param name="fd">The file descriptor; -1 for none yet.</param>
    /// <param name="ownsHandle">Whether closing the handle closes the descriptor.</param>
    protected DeviceHandle(IntPtr fd, bool ownsHandle)
        : base(s_none, ownsHandle) => SetHandle(fd);

    /// <summary>Opens a file, close-on-exec, and never as controlling terminal.</summary>
    /// <param name="path">The file, as in <c>/dev/vfio/vfio</c>.</param>
    /// <param name="access">What it is opened for.</param>
    /// <exception cref="FileNotFoundException">There is no such file, or no device behind it.</exception>
    /// <exception cref="UnauthorizedAccessException">The file's permissions, or the kernel, forbid it.</exception>
    /// <exception cref="IOException">The file cannot be opened; <see cref="Exception.HResult"/> is the error number.</exception>
#if NET
    [SupportedOSPlatform("linux")]
#endif
    protected DeviceHandle(string path, FileAccess access = FileAccess.ReadWrite)
        : base(s_none, ownsHandle: true) => SetHandle((IntPtr)DeviceFile.Open(path, access));

    /// <summary>Another handle of an open file, of a kind that has other commands on it. Each is closed by itself, and the file with the last.</summary>
    /// <param name="file">The open file.</param>
    /// <exception cref="ObjectDisposedException">The handle is closed.</exception>
    /// <exception cref="IOException">The process has too many open files.</exception>
#if NET
    [SupportedOSPlatform("linux")]
#endif
    protected DeviceHandle(DeviceHandle file)
        : base(s_none, ownsHandle: true)
    {
        using var fd = new BorrowedFd(file ?? throw new ArgumentNullException(nameof(file)));
        SetHandle((IntPtr)DeviceFile.Duplicate(fd.Value));
    }

    /// <inheritdoc />
    public override bool IsInvalid => handle == s_none;

    /// <summary>Reads at a position (<c>pread</c>), as a device's regions are read.</summary>
    /// <param name="buffer">Takes the bytes; one call of the kernel, so that a register is read at its own width.</param>
    /// <param name="offset">The position in bytes.</param>
    /// <returns>The number of bytes read, which can be less than asked for.</returns>
    /// <exception cref="IOException">The read failed; <see cref="Exception.HResult"/> is the error number.</exception>
    /// <exception cref="ObjectDisposedException">The handle is closed.</exception>
#if NET
    [SupportedOSPlatform("linux")]
#endif
    public int Read(Span<byte> buffer, ulong offset)
    {
        using var fd = new BorrowedFd(this);
        int count = DeviceFile.Read(fd.Value, buffer, offset, out Errno error);
        return error == Errno.None ? count : throw LastError.Failure($"Reading {buffer.Length} bytes at 0x{offset:x} of {this}", error);
    }

    /// <summary>Writes at a position (<c>pwrite</c>), as a device's regions are written.</summary>
    /// <param name="buffer">The bytes; one call of the kernel, so that a register is written at its own width.</param>
    /// <param name="offset">The position in bytes.</param>
    /// <returns>The number of bytes written, which can be less than asked for.</returns>
    /// <exception cref="IOException">The write failed; <see cref="Exception.HResult"/> is the error number.</exception>
    /// <exception cref="ObjectDisposedException">The handle is closed.</exception>
#if NET
    [SupportedOSPlatform("linux")]
#endif
    public int Write(ReadOnlySpan<byte> buffer, ulong offset)
    {
        using var fd = new BorrowedFd(this);
        int count = DeviceFile.Write(fd.Value, buffer, offset, out Errno error);
        return error == Errno.None ? count : throw LastError.Failure($"Writing {buffer.Length} bytes at 0x{offset:x} of {this}", error);
    }

    /// <summary>As <see cref="Read"/>, and fails when fewer bytes come than asked for.</summary>
    /// <param name="buffer">Takes the bytes.</param>
    /// <param name="offset">The position in bytes.</param>
    /// <exception cref="EndOfStreamException">The file ends before the buffer is full.</exception>
    /// <exception cref="IOException">The read failed; <see cref="Exception.HResult"/> is the error number.</exception>
    /// <exception cref="ObjectDisposedException">The handle is closed.</exception>
#if NET
    [SupportedOSPlatform("linux")]
#endif
    public void ReadExactly(Span<byte> buffer, ulong offset)
    {
        int count = Read(buffer, offset);
        if (count != buffer.Length)
            throw new EndOfStreamException($"{this} gave {count} of the {buffer.Length} bytes at 0x{offset:x}.");
    }

    /// <summary>As <see cref="Write"/>, and fails when fewer bytes go than given.</summary>
    /// <param name="buffer">The bytes.</param>
    /// <param name="offset">The position in bytes.</param>
    /// <exception cref="EndOfStreamException">Not all bytes were taken.</exception>
    /// <exception cref="IOException">The write failed; <see cref="Exception.HResult"/> is the error number.</exception>
    /// <exception cref="ObjectDisposedException">The handle is closed.</exception>
#if NET
    [SupportedOSPlatform("linux")]
#endif
    public void WriteExactly(ReadOnlySpan<byte> buffer, ulong offset)
    {
        int count = Write(buffer, offset);
        if (count != buffer.Length)
            throw new EndOfStreamException($"{this} took {count} of the {buffer.Length} bytes at 0x{offset:x}.");
    }

    /// <summary>Maps a part of the file (<c>mmap</c>, shared), as a device's registers are mapped.</summary>
    /// <param name="offset">Where the part begins, in bytes; a multiple of the page size.</param>
    /// <param name="length">Its length in bytes.</param>
    /// <param name="access">What it is mapped for.</param>
    /// <param name="byteOrder">The byte order of its registers; that of PCI unless stated.</param>
    /// <returns>The mapping, which outlives this handle.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The length is zero or larger than the address space.</exception>
    /// <exception cref="IOException">The mapping failed; <see cref="Exception.HResult"/> is the error number.</exception>
    /// <exception cref="ObjectDisposedException">The handle is closed.</exception>
#if NET
    [SupportedOSPlatform("linux")]
#endif
    public MappedRegion Map(ulong offset, ulong length, FileAccess access = FileAccess.ReadWrite, ByteOrder byteOrder = ByteOrder.LittleEndian)
    {
        using var fd = new BorrowedFd(this);
        return MappedRegion.Map(fd.Value, offset, length, access, byteOrder, ToString());
    }

    /// <summary>The kind and the file descriptor: <c>VfioContainer (fd 12)</c>.</summary>
    public override string ToString() => $"{GetType().Name} ({(IsClosed ? "closed" : IsInvalid ? "not open" : $"fd {handle}")})";

    /// <inheritdoc />
    protected override bool ReleaseHandle()
    {
#if NET
        Volatile.Write(ref _phase, Releasing);
        CloseUnlessUsed();
#else
        CloseFile();
#endif
        return true;
    }

#if NET
    // By whoever comes last: the release, or a thread that leaves a call on a handle that was released meanwhile.
    internal void CloseUnlessUsed()
    {
        if (Volatile.Read(ref _phase) == Open)
            return; // closed but not released: the number has another owner, or the release is about to look itself
        Interlocked.MemoryBarrierProcessWide();
        if (!ThreadUse.Any(this) && Interlocked.CompareExchange(ref _phase, Closed, Releasing) == Releasing)
            CloseFile();
    }
#endif

    internal void Adopt(int fd) => SetHandle((IntPtr)fd);

    // Linux frees the number whatever close says: there is nothing to do about an error, least of all to close again.
    private void CloseFile() => Libc.Close((int)handle);
}
