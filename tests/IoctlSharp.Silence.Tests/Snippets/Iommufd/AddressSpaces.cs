//// Address space with one map
using IoctlSharp.Iommu;

internal static class OneMap
{
    public static ulong Add(Iommufd iommufd, DmaBuffer memory)
    {
        IoasId ioas = iommufd.AllocateIoas();
        return iommufd.MapMemory(new IommuIoasMap
        {
            IoasId = ioas,
            Flags = IommuIoasMapFlags.Readable | IommuIoasMapFlags.Writeable,
            UserVa = memory.Address,
            Length = memory.Size,
        });
    }
}

//// Map at a fixed address or let the kernel choose
using IoctlSharp.Iommu;

internal static class OptionalAddress
{
    public static ulong Map(Iommufd iommufd, IoasId ioas, DmaBuffer memory, ulong? at, bool writeable)
    {
        IommuIoasMap map = default;
        map.IoasId = ioas;
        map.UserVa = UserPointer.From(memory);
        map.Length = memory.Size;
        map.Flags = IommuIoasMapFlags.Readable;
        if (writeable)
            map.Flags |= IommuIoasMapFlags.Writeable;
        if (at is { } iova)
        {
            map.Flags |= IommuIoasMapFlags.FixedIova;
            map.Iova = iova;
        }

        return iommufd.MapMemory(in map);
    }
}

//// Try to map a few times
using IoctlSharp.Iommu;

internal sealed class Retrying(Iommufd iommufd, Action<string> log)
{
    public bool TryMap(IoasId ioas, DmaBuffer memory, out ulong iova)
    {
        IommuIoasMap map = new() { IoasId = ioas, Flags = IommuIoasMapFlags.Readable | IommuIoasMapFlags.Writeable, UserVa = memory.Address, Length = memory.Size };
        for (int attempt = 0; attempt < 3; attempt++)
        {
            Errno error = iommufd.TryMapMemory(ref map);
            switch (error)
            {
                case Errno.None:
                    iova = map.Iova;
                    return true;
                case Errno.ENOMEM:
                    log($"attempt {attempt}: raise ulimit -l");
                    break;
                default:
                    log($"attempt {attempt}: {error.Name()}");
                    iova = 0;
                    return false;
            }
        }

        iova = 0;
        return false;
    }
}

//// Copying a mapping with a record
using IoctlSharp.Iommu;

namespace Vmm.Memory;

public readonly record struct Range(ulong Iova, ulong Length);

public static class Copies
{
    private const IommuIoasMapFlags Everything = IommuIoasMapFlags.Readable | IommuIoasMapFlags.Writeable | IommuIoasMapFlags.FixedIova;

    public static void Mirror(this Iommufd iommufd, IoasId from, IoasId to, params ReadOnlySpan<Range> ranges)
    {
        IommuIoasCopy template = new() { SrcIoasId = from, DstIoasId = to, Flags = Everything };
        foreach (Range range in ranges)
        {
            if (range.Length == 0)
                continue;
            iommufd.CopyMapping(template with { SrcIova = range.Iova, DstIova = range.Iova, Length = range.Length });
        }
    }
}

//// Unmapping with its result checked
using IoctlSharp.Iommu;

internal static class Unmapping
{
    public static void RemoveAll(Iommufd iommufd, IoasId ioas)
    {
        ulong bytes = iommufd.UnmapMemory(ioas, 0, ulong.MaxValue);
        Console.WriteLine($"{bytes >> 20} MiB were unmapped");
    }

    public static void Remove(Iommufd iommufd, IoasId ioas, ulong iova, ulong length)
    {
        if (iommufd.UnmapMemory(ioas, iova, length) is var done && done != length)
            throw new InvalidOperationException($"only 0x{done:x} of 0x{length:x}");
    }
}

//// Unmapping that never throws
using IoctlSharp.Iommu;

internal static class QuietUnmapping
{
    public static bool TryRemove(Iommufd iommufd, IoasId ioas, ulong iova, ref ulong left)
    {
        IommuIoasUnmap unmap = new() { IoasId = ioas, Iova = iova, Length = left };
        if (iommufd.TryUnmapMemory(ref unmap) is not Errno.None)
            return false;
        left -= unmap.Length;
        return left == 0;
    }
}

//// Disposable address space
using IoctlSharp.Iommu;
using System.Collections.Generic;

public sealed class AddressSpace : IDisposable
{
    private readonly Iommufd _iommufd;
    private readonly Stack<DmaMapping> _mappings = new();

    public AddressSpace(Iommufd iommufd)
    {
        _iommufd = iommufd ?? throw new ArgumentNullException(nameof(iommufd));
        Id = iommufd.AllocateIoas();
    }

    public IoasId Id { get; }

    public void Add(DmaBuffer buffer, ulong iova) => _mappings.Push(_iommufd.Map(Id, buffer, iova));

    public void Dispose()
    {
        while (_mappings.TryPop(out DmaMapping? mapping))
            mapping.Dispose();
        _iommufd.Destroy(Id);
    }
}

//// Ranges by their count
using IoctlSharp.Iommu;
using System.Collections.Generic;

internal static class Ranges
{
    public static IReadOnlyList<(ulong First, ulong Last)> List(Iommufd iommufd, IoasId ioas)
    {
        KernelBuffer<IommuIoasIovaRanges> answer = iommufd.GetIovaRanges(ioas);
        List<(ulong, ulong)> found = new((int)answer.Value.NumIovas);
        foreach (IommuIovaRange range in answer.Tail<IommuIovaRange>((int)answer.Value.NumIovas))
            found.Add((range.Start, range.Last));
        return found;
    }
}

//// A hole that is big enough
using IoctlSharp.Iommu;

internal static class Holes
{
    public static ulong? Find(Iommufd iommufd, IoasId ioas, ulong size)
    {
        var answer = iommufd.GetIovaRanges(ioas);
        ref readonly IommuIoasIovaRanges header = ref answer.Value;
        ArgumentOutOfRangeException.ThrowIfZero(size);
        ulong alignment = Math.Max(header.OutIovaAlignment, (ulong)Environment.SystemPageSize);
        foreach (ref readonly IommuIovaRange range in answer.Tail<IommuIovaRange>())
        {
            ulong start = (range.Start + alignment - 1) & ~(alignment - 1);
            if (start >= range.Start && start <= range.Last && range.Last - start >= size - 1)
                return start;
        }

        return null;
    }
}

//// Allowing guest memory below four gibibytes
using IoctlSharp.Iommu;

internal static class GuestMemory
{
    private const ulong LowTop = 0xc000_0000;
    private const ulong HighStart = 1ul << 32;

    public static void Promise(Iommufd iommufd, IoasId ioas, ulong guestBytes)
    {
        Span<IommuIovaRange> ranges = stackalloc IommuIovaRange[2];
        ranges[0] = new IommuIovaRange { Start = 0, Last = Math.Min(guestBytes, LowTop) - 1 };
        int count = 1;
        if (guestBytes > LowTop)
            ranges[count++] = new IommuIovaRange { Start = HighStart, Last = HighStart + (guestBytes - LowTop) - 1 };
        iommufd.AllowIovas(ioas, ranges[..count]);
    }

    public static void TakeBack(Iommufd iommufd, IoasId ioas) => iommufd.AllowIovas(ioas, []);
}

//// Mapping a memfd by its handle
using IoctlSharp.Iommu;
using System.IO;
using Microsoft.Win32.SafeHandles;

internal static class Files
{
    public static ulong MapWhole(Iommufd iommufd, IoasId ioas, SafeFileHandle memfd)
    {
        ulong length = (ulong)RandomAccess.GetLength(memfd);
        if (length == 0)
            throw new ArgumentException("The file is empty.", nameof(memfd));
        return iommufd.MapFile(new() { IoasId = ioas, Flags = IommuIoasMapFlags.Readable | IommuIoasMapFlags.Writeable, Start = 0, Length = length }, memfd);
    }

    public static ulong MapReadOnlyAt(Iommufd iommufd, IoasId ioas, SafeHandle file, ulong iova, ulong length)
    {
        IommuIoasMapFile map = new()
        {
            IoasId = ioas,
            Flags = IommuIoasMapFlags.Readable | IommuIoasMapFlags.FixedIova,
            Length = length,
            Iova = iova,
        };
        return iommufd.MapFile(map, file);
    }
}

//// Physical addresses page by page
using IoctlSharp.Iommu;
using System.Collections.Generic;

internal static class Physical
{
    public static IEnumerable<(ulong Iova, ulong Address, ulong Length)> Walk(Iommufd iommufd, IoasId ioas, ulong iova, ulong length)
    {
        while (length > 0)
        {
            ulong contiguous = length;
            iommufd.GetPhysicalAddress(ioas, iova, ref contiguous, out ulong address);
            yield return (iova, address, contiguous);
            iova += contiguous;
            length -= contiguous;
        }
    }
}

//// Mapping in the background with cancellation
using IoctlSharp.Iommu;
using System.Threading;
using System.Threading.Tasks;

internal sealed class BackgroundMapper(Iommufd iommufd, IoasId ioas)
{
    public Task<ulong> MapAsync(DmaBuffer memory, CancellationToken cancellation)
        => Task.Run(
            () =>
            {
                cancellation.ThrowIfCancellationRequested();
                return iommufd.MapMemory(new IommuIoasMap { IoasId = ioas, UserVa = memory.Address, Length = memory.Size, Flags = IommuIoasMapFlags.Readable });
            },
            cancellation);

    public async Task<bool> UnmapAsync(ulong iova, DmaBuffer memory)
    {
        ulong done = await Task.Run(() => iommufd.UnmapMemory(ioas, iova, memory.Size)).ConfigureAwait(false);
        return done == memory.Size;
    }
}

//// Unsafe pointers into aligned native memory
using IoctlSharp.Iommu;

internal unsafe sealed class NativeBlock : IDisposable
{
    private readonly Iommufd _iommufd;
    private readonly IoasId _ioas;
    private readonly nuint _size;
    private readonly ulong _iova;
    private void* _memory;

    public NativeBlock(Iommufd iommufd, IoasId ioas, int pages)
    {
        nuint page = (nuint)Environment.SystemPageSize;
        _iommufd = iommufd;
        _ioas = ioas;
        _size = (nuint)pages * page;
        _memory = NativeMemory.AlignedAlloc(_size, page);
        NativeMemory.Clear(_memory, _size);
        _iova = iommufd.MapMemory(new() { IoasId = ioas, Flags = IommuIoasMapFlags.Readable | IommuIoasMapFlags.Writeable, UserVa = (UserPointer)_memory, Length = _size });
    }

    public void Dispose()
    {
        if (_memory == null)
            return;
        if (_iommufd.UnmapMemory(_ioas, _iova, _size) != _size)
            return;
        NativeMemory.AlignedFree(_memory);
        _memory = null;
    }
}

//// Failures told apart by filters
using IoctlSharp.Iommu;

internal static class Filters
{
    public static bool Map(Iommufd iommufd, in IommuIoasMap map, out ulong iova)
    {
        try
        {
            iova = iommufd.MapMemory(map);
            return true;
        }
        catch (IoctlException e) when (e.Error is Errno.EEXIST or Errno.ENOSPC)
        {
            iova = 0;
            return false;
        }
        catch (IoctlException e) when (e.Error == Errno.ENOMEM)
        {
            throw new InsufficientMemoryException(e.Meaning, e);
        }
    }
}

//// A buffer in chunks of a window
using IoctlSharp.Iommu;

internal static class Chunks
{
    public static void MapChunks(Iommufd iommufd, IoasId ioas, DmaBuffer memory, ulong window, Span<ulong> addresses)
    {
        int i = 0;
        for (ulong offset = 0; offset < memory.Size; offset += window)
        {
            ulong length = Math.Min(window, memory.Size - offset);
            addresses[i++] = iommufd.MapMemory(new IommuIoasMap
            {
                IoasId = ioas,
                Flags = IommuIoasMapFlags.Readable | IommuIoasMapFlags.Writeable,
                UserVa = UserPointer.From(memory, offset),
                Length = length,
            });
        }
    }
}

//// Account moved after an update
using IoctlSharp.Iommu;

internal static class LiveUpdate
{
    public static void TakeOver(IntPtr inherited)
    {
        using Iommufd iommufd = new(inherited, ownsHandle: true);
        try
        {
            iommufd.ChangeProcess();
        }
        catch (IoctlException e) when (e.Error == Errno.EBUSY)
        {
            System.Threading.Thread.Sleep(10);
            iommufd.ChangeProcess();
        }
    }
}
