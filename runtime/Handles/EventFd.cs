using System;
using System.Diagnostics;
using System.IO;
using System.Threading;
#if NET
using System.Runtime.Versioning;
#endif
using IoctlSharp.Interop;

namespace IoctlSharp;

/// <summary>A counter in the kernel (<c>eventfd(2)</c>) that a driver adds to when something happens: close-on-exec, non-blocking.</summary>
#if NET
[SupportedOSPlatform("linux")]
#endif
public sealed unsafe class EventFd : DeviceHandle
{
    /// <summary>A new counter.</summary>
    /// <param name="count">Its first value.</param>
    /// <exception cref="IOException">The kernel has no more; <see cref="Exception.HResult"/> is the error number.</exception>
    public EventFd(uint count = 0)
        : base(new IntPtr(-1), ownsHandle: true)
    {
        int fd = Libc.EventFd(count, LinuxFlags.CloseOnExec | LinuxFlags.NonBlocking);
        if (fd < 0)
            throw LastError.Failure("eventfd", LastError.Read());
        SetHandle((IntPtr)fd);
    }

    /// <summary>Adopts an eventfd, which must be non-blocking.</summary>
    /// <param name="fd">The file descriptor.</param>
    /// <param name="ownsHandle">Whether closing the handle closes the descriptor.</param>
    public EventFd(IntPtr fd, bool ownsHandle)
        : base(fd, ownsHandle)
    {
    }

    /// <summary>Adds to the counter and so wakes whoever waits.</summary>
    /// <param name="count">At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is 0, or the one number that an eventfd refuses.</exception>
    /// <exception cref="IOException">The counter is full, or the write failed; <see cref="Exception.HResult"/> is the error number.</exception>
    /// <exception cref="ObjectDisposedException">The handle is closed.</exception>
    public void Signal(ulong count = 1)
    {
        if (count is 0 or ulong.MaxValue)
            throw new ArgumentOutOfRangeException(nameof(count), count, "An eventfd takes 1 to 0xfffffffffffffffe.");
        using var fd = new BorrowedFd(this);
        while (Libc.Write(fd.Value, (byte*)&count, sizeof(ulong)) < 0)
        {
            Errno error = LastError.Read();
            if (error != Errno.EINTR)
                throw LastError.Failure($"Signalling {this}", error, error == Errno.EAGAIN ? "its counter is full, nobody reads it" : null);
        }
    }

    /// <summary>Waits until the counter is not zero, and sets it to zero.</summary>
    /// <param name="timeout">How long; <see cref="Timeout.InfiniteTimeSpan"/> for ever, <see cref="TimeSpan.Zero"/> to look only.</param>
    /// <returns>False when the time is over.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    /// <exception cref="IOException">The wait failed; <see cref="Exception.HResult"/> is the error number.</exception>
    /// <exception cref="ObjectDisposedException">The handle is closed.</exception>
    public bool Wait(TimeSpan timeout) => Wait(timeout, out _);

    /// <summary>Waits until the counter is not zero, and sets it to zero.</summary>
    /// <param name="timeout">How long; <see cref="Timeout.InfiniteTimeSpan"/> for ever, <see cref="TimeSpan.Zero"/> to look only.</param>
    /// <param name="count">What the counter was.</param>
    /// <returns>False when the time is over.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    /// <exception cref="IOException">The wait failed; <see cref="Exception.HResult"/> is the error number.</exception>
    /// <exception cref="ObjectDisposedException">The handle is closed.</exception>
    public bool Wait(TimeSpan timeout, out ulong count)
    {
        bool forever = timeout == Timeout.InfiniteTimeSpan;
        if (timeout < TimeSpan.Zero && !forever)
            throw new ArgumentOutOfRangeException(nameof(timeout), timeout, "The time to wait cannot be negative, but for Timeout.InfiniteTimeSpan.");

        using var fd = new BorrowedFd(this);
        long start = Stopwatch.GetTimestamp();
        while (true)
        {
            if (TryRead(fd.Value, out count))
                return true;

            // Whoever else reads the counter, and signals, cost a round: the time that is left decides.
            TimeSpan left = forever ? TimeSpan.MaxValue : timeout - Elapsed(start);
            if (left <= TimeSpan.Zero)
                return false;
            Poll(fd.Value, forever ? -1 : (int)Math.Min(int.MaxValue, Math.Ceiling(left.TotalMilliseconds)));
        }
    }

    private static TimeSpan Elapsed(long start) => TimeSpan.FromSeconds((Stopwatch.GetTimestamp() - start) / (double)Stopwatch.Frequency);

    private bool TryRead(int fd, out ulong count)
    {
        while (true)
        {
            ulong value = 0;
            nint read = Libc.Read(fd, (byte*)&value, sizeof(ulong));
            count = read == sizeof(ulong) ? value : 0;
            if (read >= 0)
                return read == sizeof(ulong);
            Errno error = LastError.Read();
            if (error == Errno.EAGAIN)
                return false;
            if (error != Errno.EINTR)
                throw LastError.Failure($"Reading {this}", error);
        }
    }

    private void Poll(int fd, int milliseconds)
    {
        var poll = new PollFd { Fd = fd, Events = PollFd.In };
        if (Libc.Poll(&poll, 1, milliseconds) >= 0)
            return;
        Errno error = LastError.Read();
        if (error != Errno.EINTR)
            throw LastError.Failure($"Waiting for {this}", error);
    }
}
