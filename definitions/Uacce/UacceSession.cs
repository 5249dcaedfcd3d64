using System;
using System.IO;

namespace IoctlSharp.Uacce;

/// <summary>
/// A queue of an accelerator from its opening to its end: set up, mapped, started, used, stopped, given back. What is done in a wrong order is refused here, with the reason, where the kernel has one
/// error for all. Its methods may be called from any thread.
/// </summary>
#if NET
[System.Runtime.Versioning.SupportedOSPlatform("linux")]
#endif
public sealed class UacceSession : IDisposable
{
    private readonly object _lock = new();
    private readonly MappedRegion?[] _regions = new MappedRegion?[2];

    private UacceSession(UacceDevice device, UacceQueue queue)
    {
        Device = device;
        Queue = queue;
    }

    /// <summary>Takes a queue. An accelerator with <see cref="UacceDeviceFlags.Sva"/> works with this process's addresses from then on.</summary>
    /// <param name="device">The accelerator.</param>
    /// <exception cref="FileNotFoundException">The accelerator has no file, or is gone.</exception>
    /// <exception cref="UnauthorizedAccessException">The file's permissions forbid it.</exception>
    /// <exception cref="IOException">The queue cannot be taken; EBUSY when none is left. <see cref="Exception.HResult"/> is the error number.</exception>
    public static UacceSession Open(UacceDevice device)
    {
        if (device is null)
            throw new ArgumentNullException(nameof(device));
        try
        {
            return new UacceSession(device, UacceQueue.Open(device.DevicePath));
        }
        catch (IOException exception) when ((Errno)exception.HResult == Errno.EBUSY)
        {
            throw new IOException($"All queues of {device} are taken: close one, or wait until {nameof(UacceDevice.AvailableInstances)} says that one was given back.", (int)Errno.EBUSY);
        }
    }

    /// <summary>The accelerator.</summary>
    public UacceDevice Device { get; }

    /// <summary>The queue, for the commands of its own that an accelerator has. Starting and stopping it there goes past this session.</summary>
    public UacceQueue Queue { get; }

    /// <summary>Where it stands.</summary>
    public UacceSessionState State { get; private set; }

    /// <summary>Says what a HiSilicon queue is for. It takes effect when the queue is started.</summary>
    /// <param name="type">The accelerator's own numbers, as 0 to compress and 1 to decompress.</param>
    /// <returns>The queue's number, for its doorbells.</returns>
    /// <exception cref="InvalidOperationException">The queue works already.</exception>
    /// <exception cref="IoctlException">The accelerator has no queues of that type, or is no HiSilicon one, or is gone.</exception>
    /// <exception cref="ObjectDisposedException">The session is closed.</exception>
    public ushort SetType(ushort type)
    {
        lock (_lock)
        {
            Require(UacceSessionState.Initial, "say what it is for");
            return Queue.SetType(type);
        }
    }

    /// <summary>Maps a region, all of it. Each is mapped once at a time.</summary>
    /// <param name="region">The region.</param>
    /// <returns>The region; the session unmaps it when it ends, if nobody did before.</returns>
    /// <exception cref="InvalidOperationException">The region is mapped already, or the accelerator does not have it.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such region.</exception>
    /// <exception cref="IOException">The mapping failed; ENXIO when the accelerator is gone. <see cref="Exception.HResult"/> is the error number.</exception>
    /// <exception cref="ObjectDisposedException">The session is closed.</exception>
    public MappedRegion Map(UacceRegion region)
    {
        lock (_lock)
        {
            RequireOpen();
            ulong? size = region switch
            {
                UacceRegion.Mmio => Device.MmioRegionSize,
                UacceRegion.DeviceUserShare => Device.ShareRegionSize,
                _ => throw new ArgumentOutOfRangeException(nameof(region), region, "A queue has two regions: its registers, and the memory that it shares."),
            };
            if (_regions[(int)region] is { IsClosed: false })
                throw new InvalidOperationException($"The region {region} of {Queue} is mapped already, and can be mapped once at a time: use what Map returned, or dispose it.");
            if (size is null)
                throw new InvalidOperationException($"{Device} has no region {region}.");
            return _regions[(int)region] = Queue.Map((ulong)region * (ulong)Environment.SystemPageSize, size.Value);
        }
    }

    /// <summary>Starts the queue: doorbells are heard from now on.</summary>
    /// <exception cref="InvalidOperationException">The queue works already.</exception>
    /// <exception cref="IoctlException">The accelerator refused, or is gone; or the kernel is one that gives a queue back when it is stopped, and this one was.</exception>
    /// <exception cref="ObjectDisposedException">The session is closed.</exception>
    public void Start()
    {
        lock (_lock)
        {
            Require(UacceSessionState.Initial, "be started");
            Queue.Start();
            State = UacceSessionState.Started;
        }
    }

    /// <summary>Waits until the accelerator has written completions that nobody was told of yet.</summary>
    /// <param name="timeout">How long; <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for ever, <see cref="TimeSpan.Zero"/> to look only.</param>
    /// <returns>False when the time is over; so it is when the accelerator is gone, which the next call of another method says.</returns>
    /// <exception cref="InvalidOperationException">The queue does not work: nothing would come.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    /// <exception cref="IOException">The wait failed; <see cref="Exception.HResult"/> is the error number.</exception>
    /// <exception cref="ObjectDisposedException">The session is closed.</exception>
    public bool WaitForUpdate(TimeSpan timeout)
    {
        lock (_lock)
            Require(UacceSessionState.Started, "bring anything");
        return Queue.WaitToRead(timeout);
    }

    /// <summary>Stops the queue. It can be started again; kernels from before 2026 give it back for good instead, so that a new session must be opened.</summary>
    /// <exception cref="InvalidOperationException">The queue does not work.</exception>
    /// <exception cref="IoctlException">The accelerator is gone.</exception>
    /// <exception cref="ObjectDisposedException">The session is closed.</exception>
    public void Stop()
    {
        lock (_lock)
        {
            Require(UacceSessionState.Started, "be stopped");
            Queue.Stop();
            State = UacceSessionState.Initial;
        }
    }

    /// <summary>Unmaps the regions, then closes the queue, which stops it and gives it back. A second call does nothing.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            foreach (MappedRegion? region in _regions)
                region?.Dispose();
            Queue.Dispose();
            State = UacceSessionState.Closed;
        }
    }

    /// <summary>The queue and where it stands.</summary>
    public override string ToString() => $"UacceSession of {Device} ({State})";

    private void Require(UacceSessionState state, string purpose)
    {
        RequireOpen();
        if (State != state)
            throw new InvalidOperationException($"The queue of {Device} {(State == UacceSessionState.Started ? "is started, and must be stopped before it can" : "is not started, and must be before it can")} {purpose}.");
    }

    private void RequireOpen()
    {
        if (State == UacceSessionState.Closed)
            throw new ObjectDisposedException(nameof(UacceSession), $"The session with {Device} is closed, and its queue was given back.");
    }
}
