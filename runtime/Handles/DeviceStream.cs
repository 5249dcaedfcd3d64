using System;
using System.Diagnostics;
using System.IO;
using System.Threading;
#if NET
using System.Runtime.Versioning;
#endif
using IoctlSharp.Interop;

namespace IoctlSharp;

/// <summary>Files that are streams, without positions: queues of events and faults, the data of a migration. Nothing is allocated.</summary>
#if NET
[SupportedOSPlatform("linux")]
#endif
public static unsafe class DeviceStream
{
    /// <summary>Reads what comes next (<c>read</c>); an interrupted read is made again.</summary>
    /// <param name="handle">The file.</param>
    /// <param name="buffer">Takes the bytes; one call of the kernel.</param>
    /// <returns>The number of bytes read; 0 where the driver has nothing now, or nothing any more.</returns>
    /// <exception cref="IOException">The read failed; <see cref="Exception.HResult"/> is the error number.</exception>
    /// <exception cref="ObjectDisposedException">The handle is closed.</exception>
    public static int ReadNext(this DeviceHandle handle, Span<byte> buffer)
    {
        using var fd = new BorrowedFd(handle, nameof(handle));
        fixed (byte* pointer = buffer)
        {
            while (true)
            {
                nint count = Libc.Read(fd.Value, pointer, (nuint)buffer.Length);
                if (count >= 0)
                    return (int)count;
                Errno error = LastError.Read();
                if (error != Errno.EINTR)
                    throw LastError.Failure($"Reading {buffer.Length} bytes of {handle}", error);
            }
        }
    }

    /// <summary>Writes what comes next (<c>write</c>); an interrupted write that did nothing is made again.</summary>
    /// <param name="handle">The file.</param>
    /// <param name="buffer">The bytes; one call of the kernel.</param>
    /// <returns>The number of bytes written, which can be less than given.</returns>
    /// <exception cref="IOException">The write failed; <see cref="Exception.HResult"/> is the error number.</exception>
    /// <exception cref="ObjectDisposedException">The handle is closed.</exception>
    public static int WriteNext(this DeviceHandle handle, ReadOnlySpan<byte> buffer)
    {
        Errno error = handle.TryWriteNext(buffer, out int count);
        return error == Errno.None ? count : throw LastError.Failure($"Writing {buffer.Length} bytes to {handle}", error);
    }

    /// <summary>As <see cref="WriteNext"/>, and returns the error instead of throwing it: for a queue that is full every now and then.</summary>
    /// <param name="handle">The file.</param>
    /// <param name="buffer">The bytes; one call of the kernel.</param>
    /// <param name="count">The number of bytes written, which can be less than given.</param>
    /// <returns>The error; <see cref="Errno.None"/> for none.</returns>
    /// <exception cref="ObjectDisposedException">The handle is closed.</exception>
    public static Errno TryWriteNext(this DeviceHandle handle, ReadOnlySpan<byte> buffer, out int count)
    {
        using var fd = new BorrowedFd(handle, nameof(handle));
        fixed (byte* pointer = buffer)
        {
            while (true)
            {
                nint written = Libc.Write(fd.Value, pointer, (nuint)buffer.Length);
                Errno error = written < 0 ? LastError.Read() : Errno.None;
                if (error == Errno.EINTR)
                    continue;
                count = error == Errno.None ? (int)written : 0;
                return error;
            }
        }
    }

    /// <summary>Waits until a read would not wait (<c>poll</c>): something came, or the other side ended or failed.</summary>
    /// <param name="handle">The file.</param>
    /// <param name="timeout">How long; <see cref="Timeout.InfiniteTimeSpan"/> for ever, <see cref="TimeSpan.Zero"/> to look only.</param>
    /// <returns>False when the time is over.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    /// <exception cref="IOException">The wait failed; <see cref="Exception.HResult"/> is the error number.</exception>
    /// <exception cref="ObjectDisposedException">The handle is closed.</exception>
    public static bool WaitToRead(this DeviceHandle handle, TimeSpan timeout)
    {
        bool forever = timeout == Timeout.InfiniteTimeSpan;
        if (timeout < TimeSpan.Zero && !forever)
            throw new ArgumentOutOfRangeException(nameof(timeout), timeout, "The time to wait cannot be negative, but for Timeout.InfiniteTimeSpan.");
        using var fd = new BorrowedFd(handle, nameof(handle));
        Stopwatch clock = Stopwatch.StartNew();
        while (true)
        {
            // A long wait is several: poll counts milliseconds in an int. A signal costs a round.
            double left = forever ? int.MaxValue : Math.Max(0, Math.Ceiling((timeout - clock.Elapsed).TotalMilliseconds));
            var poll = new PollFd { Fd = fd.Value, Events = PollFd.In };
            int count = Libc.Poll(&poll, 1, forever ? -1 : (int)Math.Min(int.MaxValue, left));
            if (count > 0)
                return true;
            Errno error = count < 0 ? LastError.Read() : Errno.None;
            if (error is not (Errno.None or Errno.EINTR))
                throw LastError.Failure($"Waiting for {handle}", error);
            if (!forever && clock.Elapsed >= timeout)
                return false;
        }
    }
}
