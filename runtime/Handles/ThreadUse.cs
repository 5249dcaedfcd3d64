using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;

namespace IoctlSharp;

/// <summary>
/// The handle that a thread uses right now, in a place that only this thread writes: a call pays two plain stores where counting references pays two
/// interlocked operations. Whoever closes pays instead: a barrier on all processors, then a look at every thread's place.
/// </summary>
/// <remarks>
/// Why a number cannot be closed under a call. A user stores the handle here and then reads <see cref="System.Runtime.InteropServices.SafeHandle.IsClosed"/>;
/// the closer sets IsClosed, then has every processor run a barrier, then looks here. When the user's read came before that barrier, so did its store,
/// and the closer sees it: it leaves the closing to the user. When the read came after, the user sees that the handle is closed, and does not call.
/// Leaving is the same the other way round: a user clears its place and then reads IsClosed, and of user and closer at least one sees the other.
/// A thread that already uses a handle counts references for a second one, as do handles that are not ours.
/// </remarks>
internal sealed class ThreadUse
{
    [ThreadStatic]
    private static ThreadUse? t_this;

    private static readonly List<WeakReference<ThreadUse>> s_all = [];
    private static int s_pruneAt = 64;

    private DeviceHandle? _handle;

    // Null when this thread already uses a handle, or when this one is closed: the caller counts references, which tells the two apart.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ThreadUse? TryEnter(DeviceHandle handle)
    {
        ThreadUse use = t_this ?? Register();
        if (use._handle is not null)
            return null;
        Volatile.Write(ref use._handle, handle);
        return handle.IsClosed ? use.GiveUp() : use;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Leave()
    {
        DeviceHandle? handle = _handle;
        Volatile.Write(ref _handle, null);
        if (handle is not null && handle.IsClosed)
            handle.CloseUnlessUsed();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ThreadUse? GiveUp()
    {
        Leave();
        return null;
    }

    // Only after a barrier on all processors.
    public static bool Any(DeviceHandle handle)
    {
        lock (s_all)
        {
            foreach (WeakReference<ThreadUse> weak in s_all)
            {
                if (weak.TryGetTarget(out ThreadUse? use) && ReferenceEquals(Volatile.Read(ref use._handle), handle))
                    return true;
            }
        }

        return false;
    }

    // The lock makes a thread that comes too late for a closer's look see that the handle is closed.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ThreadUse Register()
    {
        var use = new ThreadUse();
        lock (s_all)
        {
            if (s_all.Count >= s_pruneAt)
            {
                s_all.RemoveAll(weak => !weak.TryGetTarget(out _)); // of threads that have ended
                s_pruneAt = Math.Max(64, s_all.Count * 2);
            }

            s_all.Add(new WeakReference<ThreadUse>(use));
        }

        t_this = use;
        return use;
    }
}
