using System;
using System.IO;
using System.Threading;

namespace IoctlSharp;

/// <summary>
/// A range of I/O addresses that a device may use, and the memory behind it. While it exists the memory is not freed, even when the buffer is
/// disposed. Disposing it unmaps, and fails when the kernel unmapped less than was mapped. One that is dropped without being disposed keeps its memory
/// until the process ends: a device may still write to it.
/// </summary>
public abstract class DmaMapping : IDisposable
{
    private const int Mapped = 0;
    private const int Unmapping = 1;
    private const int Gone = 2;

    private int _state = Mapped;

    /// <summary>Holds the buffer. Derived classes map next, and call <see cref="Abandon"/> when that fails.</summary>
    /// <param name="buffer">The memory.</param>
    /// <param name="iova">The first I/O address.</param>
    /// <exception cref="ObjectDisposedException">The buffer is disposed.</exception>
    protected DmaMapping(DmaBuffer buffer, ulong iova)
        : this(buffer, iova, 0, buffer?.Size ?? 0)
    {
    }

    /// <summary>Holds the buffer, of which a part is mapped. Derived classes map next, and call <see cref="Abandon"/> when that fails.</summary>
    /// <param name="buffer">The memory.</param>
    /// <param name="iova">The first I/O address.</param>
    /// <param name="offset">Where the part begins in the buffer, in bytes.</param>
    /// <param name="size">The size of the part in bytes.</param>
    /// <exception cref="ArgumentOutOfRangeException">The part is empty, or does not lie within the buffer, or the I/O addresses would wrap around.</exception>
    /// <exception cref="ObjectDisposedException">The buffer is disposed.</exception>
    protected DmaMapping(DmaBuffer buffer, ulong iova, ulong offset, ulong size)
    {
        if (buffer is null)
            throw new ArgumentNullException(nameof(buffer));
        if (size == 0 || offset > buffer.Size || size > buffer.Size - offset)
            throw new ArgumentOutOfRangeException(nameof(size), size, $"{size} bytes at {offset} are no part of the {buffer.Size} bytes of the buffer.");
        if (size - 1 > ulong.MaxValue - iova)
            throw new ArgumentOutOfRangeException(nameof(iova), iova, $"{size} bytes from 0x{iova:x} on go beyond the last I/O address.");

        bool held = false;
        buffer.DangerousAddRef(ref held);
        Buffer = buffer;
        Iova = iova;
        Offset = offset;
        Size = size;
    }

    /// <summary>The memory.</summary>
    public DmaBuffer Buffer { get; }

    /// <summary>The first I/O address.</summary>
    public ulong Iova { get; }

    /// <summary>Where the mapped part begins in the buffer, in bytes.</summary>
    public ulong Offset { get; }

    /// <summary>The size in bytes.</summary>
    public ulong Size { get; }

    /// <summary>Unmaps, and lets go of the memory. A second call does nothing.</summary>
    /// <exception cref="IOException">
    /// The kernel failed, and the mapping is still there; or it unmapped another size than was mapped, and the memory is kept, as the device may still reach it.
    /// </exception>
    public void Dispose()
    {
        if (Interlocked.CompareExchange(ref _state, Unmapping, Mapped) != Mapped)
            return;

        ulong unmapped;
        try
        {
            unmapped = Unmap();
        }
        catch
        {
            Volatile.Write(ref _state, Mapped);
            throw;
        }

        Volatile.Write(ref _state, Gone);
        GC.SuppressFinalize(this);
        if (unmapped != Size)
            throw new IOException($"The kernel unmapped {unmapped} bytes at I/O address 0x{Iova:x} where {Size} were mapped: the device may still reach the memory, which is therefore kept.");
        Buffer.DangerousRelease();
    }

    /// <summary>I/O addresses and size.</summary>
    public override string ToString() => $"{GetType().Name} (0x{Iova:x}, {Size} bytes{(Volatile.Read(ref _state) == Gone ? ", unmapped" : "")})";

    /// <summary>Unmaps.</summary>
    /// <returns>The bytes that the kernel says it unmapped.</returns>
    protected abstract ulong Unmap();

    /// <summary>Lets go of the memory without unmapping: the call that should have mapped it failed.</summary>
    protected void Abandon()
    {
        if (Interlocked.CompareExchange(ref _state, Gone, Mapped) == Mapped)
            Buffer.DangerousRelease();
    }
}
