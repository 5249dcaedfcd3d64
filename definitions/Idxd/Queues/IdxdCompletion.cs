using System;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Threading;

namespace IoctlSharp.Idxd;

/// <summary>
/// A completion record in memory of its own, aligned as both kinds of accelerator want it: 64 bytes at a multiple of 64. It serves one operation at a time, as often as wanted. One thread at a time
/// submits with it and waits for it. Disposing it while an operation is in flight is safe: the memory is kept until the device has written to it, or the portal is closed.
/// </summary>
#if NET
[System.Runtime.Versioning.SupportedOSPlatform("linux")]
#endif
public abstract unsafe class IdxdCompletion : SafeHandle
{
    private const int Size = 64;

    private readonly IntPtr _block;
    private IdxdPortal? _portal;
    private bool _wasSubmitted;

    private protected IdxdCompletion()
        : base(IntPtr.Zero, ownsHandle: true)
    {
        _block = Marshal.AllocHGlobal(2 * Size);
        SetHandle(new IntPtr(((long)_block + Size - 1) & -Size));
        Clear();
    }

    /// <summary>Where the record stands: what a descriptor has as its completion address. A portal fills it in.</summary>
    /// <exception cref="ObjectDisposedException">The record is disposed.</exception>
    public UserPointer Address => IsClosed ? throw new ObjectDisposedException(GetType().Name) : (UserPointer)handle;

    /// <summary>Whether an operation was submitted with it whose end nobody has seen yet. A dedicated queue's place is given back when it is seen.</summary>
    public bool IsPending => Volatile.Read(ref _portal) is not null;

    /// <inheritdoc />
    public override bool IsInvalid => handle == IntPtr.Zero;

    /// <summary>The address, and whether an operation is in flight.</summary>
    public override string ToString() => $"{GetType().Name} ({(IsClosed ? "disposed" : $"{(UserPointer)handle}{(IsPending ? ", pending" : "")}")})";

    internal void Begin(IdxdPortal portal)
    {
        bool isHeld = false;
        DangerousAddRef(ref isHeld);
        try
        {
            if (Interlocked.CompareExchange(ref _portal, portal, null) is not null)
                throw new InvalidOperationException($"{this} belongs to an operation whose end nobody has seen yet: wait for it first, or submit with another record.");
            Clear();
            _wasSubmitted = true;
        }
        finally
        {
            DangerousRelease();
        }
    }

    // The descriptor did not get into the queue, or never left it: the record is free for another.
    internal void Withdraw()
    {
        _wasSubmitted = false;
        Settle();
    }

    // Not inlined: a loop around it cannot keep the first answer. The status is the byte that the device writes last, and what is loaded after it is newer.
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static byte LoadStatus(IntPtr record) => Volatile.Read(ref *(byte*)record);

    /// <inheritdoc />
    protected override bool ReleaseHandle()
    {
        IdxdPortal? portal = Volatile.Read(ref _portal);
        if (portal is null || LoadStatus(handle) != 0 || portal.IsDrained)
        {
            Settle();
            Marshal.FreeHGlobal(_block);
        }
        else
        {
            // The device writes to the memory whatever becomes of this object.
            _ = new AbandonedRecord(_block, handle, portal);
        }

        return true;
    }

    private protected TRecord WaitForRecord<TRecord>(TimeSpan timeout, CancellationToken cancellationToken)
        where TRecord : unmanaged
    {
        bool isForever = timeout == Timeout.InfiniteTimeSpan;
        if (timeout < TimeSpan.Zero && !isForever)
            throw new ArgumentOutOfRangeException(nameof(timeout), timeout, "The time to wait cannot be negative, but for Timeout.InfiniteTimeSpan.");
        bool isHeld = false;
        DangerousAddRef(ref isHeld);
        try
        {
            long start = Stopwatch.GetTimestamp();
            SpinWait spin = default;
            while (!IsDone())
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!isForever && (Stopwatch.GetTimestamp() - start) / (double)Stopwatch.Frequency >= timeout.TotalSeconds)
                    throw new TimeoutException($"{this}: the device did not write the record within {timeout}. It may still do so: wait again.");
                // Never sleeps: most operations take microseconds.
#if NET
                spin.SpinOnce(sleep1Threshold: -1);
#else
                spin.SpinOnce();
#endif
            }

            return *(TRecord*)handle;
        }
        finally
        {
            DangerousRelease();
        }
    }

    private protected bool TryLoadRecord<TRecord>(out TRecord record)
        where TRecord : unmanaged
    {
        bool isHeld = false;
        DangerousAddRef(ref isHeld);
        try
        {
            bool isDone = IsDone();
            record = isDone ? *(TRecord*)handle : default;
            return isDone;
        }
        finally
        {
            DangerousRelease();
        }
    }

    private bool IsDone()
    {
        if (!_wasSubmitted)
            throw new InvalidOperationException($"Nothing was submitted with {this}: there is nothing to wait for.");
        // Asked before the status is loaded: what was in flight was written before the portal was drained.
        bool isDrained = Volatile.Read(ref _portal) is { IsDrained: true };
        if (LoadStatus(handle) != 0)
        {
            Settle();
            return true;
        }

        if (!isDrained)
            return false;
        Withdraw();
        throw new InvalidOperationException($"{this} will never be written: its portal was closed, and the device gave the operation up.");
    }

    private void Settle() => Interlocked.Exchange(ref _portal, null)?.GiveBack();

    private void Clear() => new Span<byte>((void*)handle, Size).Clear();
}
