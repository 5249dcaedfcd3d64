using System;
using System.Threading;

namespace IoctlSharp.Vfio;

/// <summary>
/// A DMA window that was created. Disposing it removes it, by its exact start: the kernel removes the window around any address it is given, the default
/// window included.
/// </summary>
#if NET
[System.Runtime.Versioning.SupportedOSPlatform("linux")]
#endif
public sealed class SpaprWindow : IDisposable
{
    private readonly VfioContainer _container;
    private int _isRemoved;

    internal SpaprWindow(VfioContainer container, ulong start, ulong size, uint pageShift, uint levels)
    {
        _container = container;
        Start = start;
        Size = size;
        PageShift = pageShift;
        Levels = levels;
    }

    /// <summary>The first I/O address. The platform chooses it.</summary>
    public ulong Start { get; }

    /// <summary>The size in bytes.</summary>
    public ulong Size { get; }

    /// <summary>The page size as a shift. Memory mapped in the window must be made of pages at least as large.</summary>
    public uint PageShift { get; }

    /// <summary>The page size in bytes.</summary>
    public ulong PageSize => 1ul << (int)PageShift;

    /// <summary>The levels of the window's table.</summary>
    public uint Levels { get; }

    /// <summary>Whether a range of I/O addresses lies within the window.</summary>
    /// <param name="iova">The first I/O address.</param>
    /// <param name="size">The size in bytes.</param>
    public bool Contains(ulong iova, ulong size) => iova >= Start && size <= Size && iova - Start <= Size - size;

    /// <summary>Removes the window and every mapping in it. A second call does nothing.</summary>
    /// <exception cref="IoctlException">The kernel did not remove it.</exception>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isRemoved, 1) != 0)
            return;
        // Closing the container has removed its windows.
        if (_container.IsClosed)
            return;
        try
        {
            _container.RemoveWindow(new VfioIommuSpaprTceRemove { StartAddress = Start });
        }
        catch (IoctlException)
        {
            Volatile.Write(ref _isRemoved, 0);
            throw;
        }
    }

    /// <summary>Start, size, pages and levels.</summary>
    public override string ToString() => $"SpaprWindow (0x{Start:x}, {Size} bytes, pages of {PageSize} bytes, {Levels} level{(Levels == 1 ? "" : "s")})";
}
