using System;
using System.Buffers;
using System.ComponentModel;
using System.Runtime.InteropServices;

namespace IoctlSharp.Interop;

/// <summary>A tail of handles: their fds, each kept open until this is disposed. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct HandleTail<THandle>
    where THandle : SafeHandle?
{
    // The caller's memory may change during the call: what was acquired is what must be released.
    private SafeHandle?[]? _acquired;
    private readonly int _count;

    /// <summary>Writes the fds; a null handle is -1.</summary>
    /// <param name="handles">The handles.</param>
    /// <param name="fds">Takes the fds; as long as <paramref name="handles"/>.</param>
    /// <param name="parameterName">The parameter that an error names.</param>
    /// <exception cref="ObjectDisposedException">A handle is closed.</exception>
    /// <exception cref="ArgumentException">A handle was never opened.</exception>
    public HandleTail(ReadOnlySpan<THandle> handles, Span<int> fds, string parameterName)
        : this(handles, fds)
    {
        int closed = Acquire(handles, fds);
        if (closed < 0)
            return;
        Dispose();
        throw new ObjectDisposedException($"{parameterName}[{closed}]", "The handle is closed or was never opened.");
    }

    private HandleTail(ReadOnlySpan<THandle> handles, Span<int> fds)
    {
        if (fds.Length < handles.Length)
            throw new ArgumentException($"There is room for {fds.Length} file descriptors, and there are {handles.Length} handles.", nameof(fds));
        IsClosed = false;
        _count = handles.Length;
        _acquired = handles.Length == 0 ? null : ArrayPool<SafeHandle?>.Shared.Rent(handles.Length);
    }

    /// <summary>As the constructor, without an exception: see <see cref="IsClosed"/>.</summary>
    /// <param name="handles">The handles.</param>
    /// <param name="fds">Takes the fds; as long as <paramref name="handles"/>.</param>
    public static HandleTail<THandle> Try(ReadOnlySpan<THandle> handles, Span<int> fds)
    {
        var tail = new HandleTail<THandle>(handles, fds);
        if (tail.Acquire(handles, fds) >= 0)
        {
            tail.Dispose();
            tail.IsClosed = true;
        }

        return tail;
    }

    /// <summary>A handle was closed: none is held, and the call must not be made.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Lets go of the handles, once.</summary>
    public void Dispose()
    {
        SafeHandle?[]? acquired = _acquired;
        _acquired = null;
        if (acquired is null)
            return;
        for (int i = 0; i < _count; i++)
        {
            acquired[i]?.DangerousRelease();
            acquired[i] = null;
        }

        ArrayPool<SafeHandle?>.Shared.Return(acquired);
    }

    // The index of the first closed handle, or -1.
    private readonly int Acquire(ReadOnlySpan<THandle> handles, Span<int> fds)
    {
        if (_acquired is not null)
            Array.Clear(_acquired, 0, _count);
        for (int i = 0; i < handles.Length; i++)
        {
            SafeHandle? handle = handles[i];
            fds[i] = -1;
            if (handle is null)
                continue;
            if (!BorrowedFd.TryAcquire(handle, out fds[i]))
                return i;
            _acquired![i] = handle;
        }

        return -1;
    }
}
