using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace IoctlSharp;

/// <summary>
/// The fd of a handle, for a struct's field or an untyped call: the handle cannot close, and its number cannot be given to another file, until
/// this is disposed. Declare it with <c>using</c>.
/// </summary>
public ref struct BorrowedFd
{
    // Of one of these at most: a counted reference, or this thread's place.
    private SafeHandle? _handle;
#if NET
    private ThreadUse? _use;
#endif

    /// <summary>Borrows the fd.</summary>
    /// <param name="handle">An open handle.</param>
    /// <param name="parameterName">The parameter that an error names.</param>
    /// <exception cref="ArgumentNullException">The handle is null.</exception>
    /// <exception cref="ObjectDisposedException">The handle is closed, or was never opened.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public BorrowedFd(SafeHandle handle, string? parameterName = null)
    {
        if (handle is null)
            ThrowNull(parameterName);
        IsClosed = false;
#if NET
        _handle = null;
        _use = handle is DeviceHandle device ? ThreadUse.TryEnter(device) : null;
        if (_use is null)
            _handle = AddReference(handle!);
#else
        _handle = AddReference(handle!);
#endif
        Value = (int)handle!.DangerousGetHandle();
        if (Value < 0)
            GiveBackUnopened(handle);
    }

    private BorrowedFd(SafeHandle? handle, int value, bool isClosed)
    {
        _handle = handle;
#if NET
        _use = null;
#endif
        Value = value;
        IsClosed = isClosed;
    }

    /// <summary>Borrows the fd of a handle that may be null: -1, by which most commands mean "none".</summary>
    /// <param name="handle">An open handle, or null.</param>
    /// <exception cref="ObjectDisposedException">The handle is closed, or was never opened.</exception>
    public static BorrowedFd OrNone(SafeHandle? handle) => handle is null ? new BorrowedFd(null, -1, isClosed: false) : new BorrowedFd(handle);

    /// <summary>Borrows the fd without ever throwing: see <see cref="IsClosed"/>.</summary>
    /// <param name="handle">A handle, or null.</param>
    public static BorrowedFd Try(SafeHandle? handle)
    {
        if (handle is null)
            return new BorrowedFd(null, -1, isClosed: false);
#if NET
        if (handle is DeviceHandle device && ThreadUse.TryEnter(device) is { } use)
        {
            var borrowed = new BorrowedFd(null, (int)handle.DangerousGetHandle(), isClosed: false) { _use = use };
            if (borrowed.Value >= 0)
                return borrowed;
            borrowed.Dispose();
            return new BorrowedFd(null, -1, isClosed: true);
        }
#endif
        return TryAcquire(handle, out int value) ? new BorrowedFd(handle, value, isClosed: false) : new BorrowedFd(null, -1, isClosed: true);
    }

    /// <summary>The file descriptor; -1 when there is none.</summary>
    public int Value { get; }

    /// <summary>The handle was there, but not open: nothing is held, and the call must not be made.</summary>
    public bool IsClosed { get; }

    /// <summary>Lets go of the handle, once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Dispose()
    {
#if NET
        // Short, or the JIT makes the caller's finally a call.
        ThreadUse? use = _use;
        if (use is not null)
        {
            _use = null;
            use.Leave();
            return;
        }
#endif
        ReleaseReference();
    }

    internal static bool TryAcquire(SafeHandle handle, out int value)
    {
        value = -1;
        if (handle.IsClosed)
            return false; // the usual case, without an exception

        bool acquired = false;
        try
        {
            handle.DangerousAddRef(ref acquired);
        }
        catch (ObjectDisposedException)
        {
            return false; // closed in between
        }

        value = (int)handle.DangerousGetHandle();
        if (value >= 0)
            return true;
        handle.DangerousRelease();
        value = -1;
        return false;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ReleaseReference()
    {
        SafeHandle? handle = _handle;
        _handle = null;
        handle?.DangerousRelease();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static SafeHandle AddReference(SafeHandle handle)
    {
        bool acquired = false;
        handle.DangerousAddRef(ref acquired);
        return handle;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowNull(string? parameterName) => throw new ArgumentNullException(parameterName ?? "handle");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void GiveBackUnopened(SafeHandle handle)
    {
        Dispose();
        throw new ObjectDisposedException(handle.GetType().Name, "The handle holds no file descriptor: it was never opened.");
    }
}
