using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Threading;
#if NET
using System.Runtime.Versioning;
#endif
using IoctlSharp.Interop;

namespace IoctlSharp;

/// <summary>
/// Memory for a device: zeroed, page-aligned, never moved by the garbage collector, not inherited by child processes. It is freed when it is
/// disposed and no <see cref="DmaMapping"/> of it is left.
/// </summary>
public sealed unsafe class DmaBuffer : SafeHandle
{
    /// <summary>Memory for a device.</summary>
    /// <param name="size">The size in bytes; rounded up to whole pages.</param>
    /// <param name="hugePageSize">The size in bytes of the huge pages to use (2 MiB is <c>2 &lt;&lt; 20</c>); 0 for the machine's own pages.</param>
    /// <param name="locked">Whether the pages are locked in memory (<c>mlock</c>) now. Mapping them for a device locks them anyway.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is zero or larger than the address space, or the page size is no power of two.</exception>
    /// <exception cref="IOException">The kernel refused the memory; the message says what to do. <see cref="Exception.HResult"/> is the error number.</exception>
#if NET
    [SupportedOSPlatform("linux")]
#endif
    public DmaBuffer(ulong size, ulong hugePageSize = 0, bool locked = false)
        : base(IntPtr.Zero, ownsHandle: true)
    {
        if (hugePageSize != 0 && ((hugePageSize & (hugePageSize - 1)) != 0 || hugePageSize <= (ulong)Libc.PageSize()))
            throw new ArgumentOutOfRangeException(nameof(hugePageSize), hugePageSize, $"A huge page is a power of two above {Libc.PageSize()} bytes.");
        if (size == 0)
            throw new ArgumentOutOfRangeException(nameof(size), size, "A buffer of no bytes cannot be mapped for a device.");

        ulong page = hugePageSize == 0 ? (ulong)Libc.PageSize() : hugePageSize;
        ulong rounded = (size + (page - 1)) & ~(page - 1);
        if (rounded < size || rounded > (ulong)IntPtrMax)
            throw new ArgumentOutOfRangeException(nameof(size), size, "The size is larger than the address space of this process.");

        nint address = HugePages.Map((nuint)rounded, hugePageSize);
        Size = rounded;
        PageSize = page;
        SetHandle((IntPtr)address);
        try
        {
            // A child process must not take the pages over, as the device would then write into the child's.
            if (Libc.Madvise(address, (nuint)rounded, LinuxFlags.AdviseDontFork) != 0)
                throw LastError.Failure("madvise(MADV_DONTFORK)", LastError.Read());
            Populate((byte*)address, rounded, page);
            if (locked && Libc.Mlock(address, (nuint)rounded) != 0)
                throw LockFailure(rounded, LastError.Read());
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The size in bytes, a multiple of <see cref="PageSize"/>.</summary>
    public ulong Size { get; }

    /// <summary>The size of its pages in bytes.</summary>
    public ulong PageSize { get; }

    /// <summary>Where it stands in this process, for as long as the buffer lives.</summary>
    /// <exception cref="ObjectDisposedException">The buffer is disposed.</exception>
    public UserPointer Address => (UserPointer)OpenAddress;

    /// <summary>All its bytes. They are gone once the buffer is disposed and no longer mapped: do not keep the span.</summary>
    /// <exception cref="InvalidOperationException">The buffer is larger than a span can be: use <see cref="GetSpan"/>.</exception>
    /// <exception cref="ObjectDisposedException">The buffer is disposed.</exception>
    public Span<byte> Span => Size <= int.MaxValue
        ? new Span<byte>((void*)OpenAddress, (int)Size)
        : throw new InvalidOperationException($"A span has at most {int.MaxValue} bytes, and the buffer {Size}: take parts of it with GetSpan.");

    /// <inheritdoc />
    public override bool IsInvalid => handle == IntPtr.Zero;

    /// <summary>A part of its bytes. They are gone once the buffer is disposed and no longer mapped: do not keep the span.</summary>
    /// <param name="offset">Where the part begins, in bytes.</param>
    /// <param name="length">Its length in bytes.</param>
    /// <exception cref="ArgumentOutOfRangeException">The part does not lie within the buffer.</exception>
    /// <exception cref="ObjectDisposedException">The buffer is disposed.</exception>
    public Span<byte> GetSpan(ulong offset, int length)
    {
        if (length < 0 || offset > Size || (ulong)length > Size - offset)
            throw new ArgumentOutOfRangeException(nameof(offset), offset, $"{length} bytes at {offset} do not lie within the {Size} bytes of the buffer.");
        return new Span<byte>((byte*)OpenAddress + offset, length);
    }

    /// <summary>Size and address.</summary>
    public override string ToString() => IsClosed ? "DmaBuffer (disposed)" : $"DmaBuffer ({Size} bytes at {(UserPointer)handle})";

    /// <inheritdoc />
    protected override bool ReleaseHandle() => Libc.Munmap(handle, (nuint)Size) == 0;

    private static nuint IntPtrMax => unchecked((nuint)ulong.MaxValue) >> 1;

    private IntPtr OpenAddress => IsClosed ? throw new ObjectDisposedException(nameof(DmaBuffer)) : handle;

    // An untouched page is the kernel's common page of zeros: mapped for a device to read before the first write, it would stay that (before Linux 6.2),
    // and the device would never see what is written here.
    private static void Populate(byte* address, ulong size, ulong page)
    {
        for (ulong offset = 0; offset < size; offset += page)
            Volatile.Write(ref address[offset], 0);
    }

    private static IOException LockFailure(ulong size, Errno error) => LastError.Failure(
        $"Locking {size} bytes in memory (mlock)", error,
        error is Errno.ENOMEM or Errno.EPERM or Errno.EAGAIN
            ? "it exceeds what this user may lock (RLIMIT_MEMLOCK): raise it with ulimit -l or LimitMEMLOCK=, or grant CAP_IPC_LOCK"
            : null);
}
