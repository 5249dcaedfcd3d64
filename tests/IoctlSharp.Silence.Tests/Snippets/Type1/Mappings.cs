//// Flags in branches before the mapping
using IoctlSharp.Vfio;

internal static class BranchedFlags
{
    public static void Map(VfioContainer container, DmaBuffer buffer, ulong iova, bool read, bool write)
    {
        VfioIommuType1DmaMap map = default;
        map.Vaddr = buffer.Address;
        map.Iova = iova;
        map.Size = buffer.Size;
        if (read)
            map.Flags |= VfioDmaMapFlags.Read;
        if (write)
            map.Flags |= VfioDmaMapFlags.Write;
        if (map.Flags == 0)
            throw new ArgumentException("the device must read or write");
        container.MapDma(map);
    }
}

//// A ring of buffers mapped one behind the other
using System.Collections.Generic;
using System.Linq;
using IoctlSharp.Vfio;

internal sealed class Ring : IDisposable
{
    private readonly List<DmaMapping> _mappings = [];

    public Ring(VfioContainer container, ulong firstIova, int count, ulong entrySize)
    {
        ulong iova = firstIova;
        try
        {
            for (int i = 0; i < count; i++)
            {
                using DmaBuffer entry = new(entrySize);
                _mappings.Add(container.Map(entry, iova));
                iova += entry.Size;
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public Span<byte> this[int index] => _mappings[index].Buffer.Span;

    public ulong TotalSize => _mappings.Aggregate(0UL, (sum, mapping) => sum + mapping.Size);

    public void Dispose()
    {
        for (int i = _mappings.Count - 1; i >= 0; i--)
            _mappings[i].Dispose();
        _mappings.Clear();
    }
}

//// Unmapping that compares the size
using System.IO;
using IoctlSharp.Vfio;

internal static class Unmapping
{
    public static void Exactly(VfioContainer container, ulong iova, ulong size)
    {
        ulong done = container.UnmapDma(new() { Iova = iova, Size = size });
        if (done != size)
            throw new IOException($"only {done} of {size} bytes were unmapped");
    }
}

//// Try unmap by reference with size looked at
using IoctlSharp.Vfio;

internal static class QuietUnmap
{
    public static bool TryUnmap(this VfioContainer container, ulong iova, ulong size, out ulong unmapped)
    {
        VfioIommuType1DmaUnmap request = new() { Iova = iova, Size = size };
        switch (container.TryUnmapDma(ref request))
        {
            case Errno.None:
                unmapped = request.Size;
                return unmapped == size;
            case Errno.EINVAL or Errno.ENOENT:
                unmapped = 0;
                return false;
            case var other:
                throw new InvalidOperationException($"unmapping 0x{iova:x}: {other}");
        }
    }
}

//// Unmap all when the kernel can and else one by one
using System.Collections.Generic;
using IoctlSharp.Vfio;

internal sealed class MappingTable(VfioContainer container)
{
    private readonly SortedDictionary<ulong, ulong> _sizes = [];

    public ulong Clear()
    {
        ulong total = 0;
        if (container.CheckExtension(VfioExtension.UnmapAll) != 0)
        {
            total = container.UnmapDma(new VfioIommuType1DmaUnmap { Flags = VfioDmaUnmapFlags.All });
        }
        else
        {
            foreach (var (iova, size) in _sizes)
                total += container.UnmapDma(new VfioIommuType1DmaUnmap { Iova = iova, Size = size });
        }

        _sizes.Clear();
        return total;
    }

    public void Add(ulong iova, DmaBuffer buffer)
    {
        container.MapDma(new() { Flags = VfioDmaMapFlags.Write, Vaddr = buffer.Address, Iova = iova, Size = buffer.Size });
        _sizes.Add(iova, buffer.Size);
    }
}

//// Read only template and a copy by with
using IoctlSharp.Vfio;

internal static class Templates
{
    private static readonly VfioIommuType1DmaMap s_readOnly = new() { Flags = VfioDmaMapFlags.Read };

    public static Errno TryMap(VfioContainer container, DmaBuffer buffer, ulong iova, bool deviceWrites)
    {
        VfioIommuType1DmaMap map = s_readOnly with { Vaddr = buffer.Address, Size = buffer.Size, Iova = iova };
        if (deviceWrites)
            map = map with { Flags = map.Flags | VfioDmaMapFlags.Write };
        return container.TryMapDma(in map);
    }
}

//// New process address after exec
using IoctlSharp.Vfio;

internal static class LiveUpdate
{
    public static void Suspend(VfioContainer container, ulong iova, ulong size)
    {
        VfioIommuType1DmaUnmap unmap = new() { Flags = VfioDmaUnmapFlags.Vaddr, Iova = iova, Size = size };
        ulong released = container.UnmapDma(unmap);
        if (released != size)
            throw new InvalidOperationException("other mappings than expected were let go");
    }

    public static void Resume(VfioContainer container, DmaBuffer memory, ulong iova)
    {
        if (container.CheckExtension(VfioExtension.UpdateVaddr) == 0)
            throw new NotSupportedException();
        container.MapDma(new VfioIommuType1DmaMap { Flags = VfioDmaMapFlags.Vaddr, Vaddr = memory.Address, Iova = iova, Size = memory.Size });
    }
}

//// Constants with page multiples for a part of a buffer
using IoctlSharp.Vfio;

internal static class PartOfBuffer
{
    private const ulong Megabyte = 1UL << 20;
    private const ulong QueueIova = 0x4000_0000;

    public static void Map(VfioContainer container, DmaBuffer arena)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(arena.Size, 4 * Megabyte);
        container.MapDma(new VfioIommuType1DmaMap
        {
            Flags = VfioDmaMapFlags.Read,
            Vaddr = UserPointer.From(arena, offset: Megabyte),
            Iova = QueueIova,
            Size = 2 * Megabyte,
        });
    }

    public static bool Unmap(VfioContainer container) => container.UnmapDma(new() { Iova = QueueIova, Size = 2 * Megabyte }) == 2 * Megabyte;
}

//// Huge pages with a fallback
using System.IO;
using IoctlSharp.Vfio;

internal static class HugeMapping
{
    public static (DmaBuffer Buffer, DmaMapping Mapping) Allocate(VfioContainer container, ulong size, ulong iova)
    {
        DmaBuffer buffer;
        try
        {
            buffer = new DmaBuffer(size, hugePageSize: 2 << 20);
        }
        catch (IOException)
        {
            buffer = new DmaBuffer(size);
        }

        try
        {
            return (buffer, container.Map(buffer, iova));
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }
}

//// Step back from a forbidden address in a loop
using IoctlSharp.Vfio;

internal static class AddressSearch
{
    public static DmaMapping MapSomewhere(VfioContainer container, DmaBuffer buffer, ReadOnlySpan<ulong> candidates)
    {
        foreach (ulong iova in candidates)
        {
            try
            {
                return container.Map(buffer, iova, VfioDmaMapFlags.Read | VfioDmaMapFlags.Write);
            }
            catch (IoctlException e) when (e.Error is Errno.EEXIST or Errno.EINVAL)
            {
                Console.Error.WriteLine($"0x{iova:x}: {e.Error}");
            }
        }

        throw new InvalidOperationException("no candidate could be mapped");
    }
}

//// Memory of mmap by hand is mapped for the device
using System.ComponentModel;
using IoctlSharp.Vfio;

internal static unsafe class ForeignMemory
{
    [DllImport("libc", SetLastError = true)]
    private static extern void* mmap(void* address, nuint length, int protection, int flags, int fd, nint offset);

    [DllImport("libc", SetLastError = true)]
    private static extern int munmap(void* address, nuint length);

    public static ulong RoundTrip(VfioContainer container, ulong iova)
    {
        nuint length = (nuint)Environment.SystemPageSize * 4;
        void* memory = mmap(null, length, 3, 0x22, -1, 0);
        if (memory == (void*)-1)
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        try
        {
            container.MapDma(new() { Flags = VfioDmaMapFlags.Read | VfioDmaMapFlags.Write, Vaddr = (UserPointer)memory, Iova = iova, Size = length });
            return container.UnmapDma(new() { Iova = iova, Size = length });
        }
        finally
        {
            _ = munmap(memory, length);
        }
    }
}

//// A page that NativeMemory aligned
using IoctlSharp.Vfio;

internal sealed unsafe class AlignedPage : IDisposable
{
    private readonly VfioContainer _container;
    private readonly ulong _iova;
    private readonly nuint _size = (nuint)Environment.SystemPageSize;
    private void* _memory;

    public AlignedPage(VfioContainer container, ulong iova)
    {
        _container = container;
        _iova = iova;
        _memory = NativeMemory.AlignedAlloc(_size, _size);
        NativeMemory.Clear(_memory, _size);
        container.MapDma(new VfioIommuType1DmaMap { Flags = VfioDmaMapFlags.Write, Vaddr = new UserPointer((ulong)_memory), Iova = iova, Size = _size });
    }

    public Span<uint> Words => new(_memory, (int)(_size / sizeof(uint)));

    public void Dispose()
    {
        if (_memory == null)
            return;
        if (_container.UnmapDma(new VfioIommuType1DmaUnmap { Iova = _iova, Size = _size }) == _size)
            NativeMemory.AlignedFree(_memory);
        _memory = null;
    }
}

//// A builder with fluent ref helpers
using IoctlSharp.Vfio;

internal static class MapBuilder
{
    public static ref VfioIommuType1DmaMap At(this ref VfioIommuType1DmaMap map, ulong iova)
    {
        map.Iova = iova;
        return ref map;
    }

    public static ref VfioIommuType1DmaMap For(this ref VfioIommuType1DmaMap map, DmaBuffer buffer)
    {
        map.Vaddr = buffer.Address;
        map.Size = buffer.Size;
        return ref map;
    }

    public static void Map(VfioContainer container, DmaBuffer buffer)
    {
        VfioIommuType1DmaMap map = new() { Flags = VfioDmaMapFlags.Read };
        container.MapDma(in map.At(0x10_0000).For(buffer));
    }
}

//// An out helper fills the request
using IoctlSharp.Vfio;

internal static class OutHelper
{
    public static Errno Map(VfioContainer container, DmaBuffer buffer, ulong iova, Action<Errno>? onFailure = null)
    {
        Fill(buffer, iova, out VfioIommuType1DmaMap map);
        Errno error = container.TryMapDma(map);
        if (error != Errno.None)
            onFailure?.Invoke(error);
        return error;
    }

    private static void Fill(DmaBuffer buffer, ulong iova, out VfioIommuType1DmaMap map)
    {
        map = new();
        (map.Vaddr, map.Size) = (buffer.Address, buffer.Size);
        (map.Iova, map.Flags) = (iova, VfioDmaMapFlags.Read | VfioDmaMapFlags.Write);
    }
}
