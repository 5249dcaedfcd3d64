using System;
using System.Threading;

namespace IoctlSharp.Vfio;

/// <summary>
/// Memory that is registered with a container (version 2), and so pinned and counted against the memory-lock limit. While it is, the buffer is not freed:
/// the kernel would go on mapping the old pages at an address where the process may have others. Disposing it unregisters exactly what was registered.
/// </summary>
#if NET
[System.Runtime.Versioning.SupportedOSPlatform("linux")]
#endif
public sealed class SpaprMemory : IDisposable
{
    private readonly VfioContainer _container;
    private readonly VfioIommuSpaprRegisterMemory _memory;
    private int _isUnregistered;

    internal SpaprMemory(VfioContainer container, DmaBuffer buffer)
    {
        if (buffer is null)
            throw new ArgumentNullException(nameof(buffer));
        bool isHeld = false;
        buffer.DangerousAddRef(ref isHeld);
        Buffer = buffer;
        _container = container;
        _memory = new VfioIommuSpaprRegisterMemory { Vaddr = buffer.Address, Size = buffer.Size };
        try
        {
            container.RegisterMemory(_memory);
        }
        catch
        {
            buffer.DangerousRelease();
            throw;
        }
    }

    /// <summary>The memory.</summary>
    public DmaBuffer Buffer { get; }

    /// <summary>Unregisters the memory and lets go of it. Unmap it first: the kernel does not insist. A second call does nothing.</summary>
    /// <exception cref="IoctlException">The kernel did not unregister it, and it is held on to.</exception>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isUnregistered, 1) != 0)
            return;
        try
        {
            // Closing the container has unregistered it.
            if (!_container.IsClosed)
                _container.UnregisterMemory(_memory);
        }
        catch (IoctlException)
        {
            Volatile.Write(ref _isUnregistered, 0);
            throw;
        }

        Buffer.DangerousRelease();
    }

    /// <summary>Address and size.</summary>
    public override string ToString() => $"SpaprMemory ({_memory.Size} bytes at {_memory.Vaddr})";
}
