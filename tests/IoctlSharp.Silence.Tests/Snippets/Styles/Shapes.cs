//// Block of switch that falls to the next
using IoctlSharp.Vfio;

internal static class Falling
{
    public static int Prepare(VfioDevice device, int level)
    {
        int steps = 0;
        switch (level)
        {
            case 3:
                device.Reset();
                steps++;
                goto case 2;
            case 2:
                device.SetBusMaster(new VfioDeviceFeatureBusMaster { Operation = VfioBusMaster.Set });
                steps++;
                goto default;
            case 1:
            default:
                steps += device.TryReset() == Errno.None ? 1 : 0;
                break;
        }

        return steps;
    }
}

//// Partial class, its halves in one file
using IoctlSharp.Vfio;

internal sealed partial class Halves(VfioContainer container)
{
    private VfioIommuType1DmaMap _template = new() { Flags = VfioDmaMapFlags.Read | VfioDmaMapFlags.Write };

    public partial void Add(DmaBuffer buffer, ulong iova);
}

internal sealed partial class Halves
{
    public partial void Add(DmaBuffer buffer, ulong iova)
    {
        _template.Vaddr = buffer.Address;
        _template.Size = buffer.Size;
        _template.Iova = iova;
        container.MapDma(_template);
    }
}

//// Changed by with
using IoctlSharp.Vfio;

internal static class With
{
    private static readonly VfioIommuType1DmaMap s_readOnly = new() { Flags = VfioDmaMapFlags.Read };

    public static void Both(VfioContainer container, DmaBuffer buffer)
    {
        VfioIommuType1DmaMap map = s_readOnly with { Vaddr = buffer.Address, Size = buffer.Size };
        container.MapDma(map);
        container.MapDma(map with { Iova = 1ul << 32, Flags = map.Flags | VfioDmaMapFlags.Write });
    }
}

//// Filled in by branches
using IoctlSharp.Vfio;

internal static class Branches
{
    public static void Map(VfioContainer container, DmaBuffer buffer, bool isWritable, ulong? iova)
    {
        VfioIommuType1DmaMap map;
        if (isWritable)
            map = new() { Flags = VfioDmaMapFlags.Write };
        else
            map = default;
        map.Flags |= VfioDmaMapFlags.Read;
        if (iova.HasValue)
            map.Iova = iova.GetValueOrDefault();
        (map.Vaddr, map.Size) = (buffer.Address, buffer.Size);
        container.MapDma(map);
    }
}

//// Filled in by ref
using IoctlSharp.Vfio;

internal static class ByRef
{
    private static ref VfioIommuType1DmaMap Cover(ref VfioIommuType1DmaMap map, DmaBuffer buffer)
    {
        map.Vaddr = buffer.Address;
        map.Size = buffer.Size;
        return ref map;
    }

    private static void Allow(scoped ref VfioDmaMapFlags flags, bool isWritable) => flags = isWritable ? VfioDmaMapFlags.Read | VfioDmaMapFlags.Write : VfioDmaMapFlags.Read;

    public static Errno Map(VfioContainer container, DmaBuffer buffer)
    {
        VfioIommuType1DmaMap map = default;
        Allow(ref map.Flags, isWritable: true);
        return container.TryMapDma(Cover(ref map, buffer));
    }
}

//// Rows of an array of structs
using IoctlSharp.Vfio;

internal static class Rows
{
    public static ulong Unmap(VfioContainer container, int count, ulong size)
    {
        Span<VfioIommuType1DmaUnmap> rows = stackalloc VfioIommuType1DmaUnmap[count];
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i].Iova = (ulong)i * size;
            rows[i].Size = size;
        }

        ulong done = 0;
        foreach (ref readonly VfioIommuType1DmaUnmap row in rows)
            checked
            {
                done += container.UnmapDma(row);
            }

        return done;
    }
}

//// Services handed in
using IoctlSharp.Vfio;
using System.Collections.Generic;
using System.Linq;

internal interface IClock
{
    DateTime Now { get; }
}

internal interface IDeviceSource
{
    IEnumerable<VfioDevice> All { get; }
}

internal sealed class HealthService(IDeviceSource source, IClock clock)
{
    private readonly Dictionary<string, DateTime> _resets = [];

    public IReadOnlyList<string> Reset(Func<VfioDevice, string> name)
        => [.. source.All.Where(device => device.GetInfo().Value.Flags.HasFlag(VfioDeviceFlags.Reset)).Select(device =>
        {
            string key = name(device);
            Errno error = device.TryReset();
            if (error == Errno.None)
                _resets[key] = clock.Now;
            return $"{key}: {error}";
        })];
}

//// Interface over a handle, and a fake of it
using IoctlSharp.Vfio;
using System.Collections.Generic;

internal interface IDma
{
    void Map(ulong iova, ulong size);

    ulong Unmap(ulong iova, ulong size);
}

internal sealed class RealDma(VfioContainer container, DmaBuffer memory) : IDma
{
    public void Map(ulong iova, ulong size)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, memory.Size);
        container.MapDma(new VfioIommuType1DmaMap { Flags = VfioDmaMapFlags.Read | VfioDmaMapFlags.Write, Vaddr = memory.Address, Iova = iova, Size = size });
    }

    public ulong Unmap(ulong iova, ulong size) => container.UnmapDma(new() { Iova = iova, Size = size });
}

internal sealed class FakeDma : IDma
{
    private readonly Dictionary<ulong, ulong> _maps = [];

    public void Map(ulong iova, ulong size) => _maps.Add(iova, size);

    public ulong Unmap(ulong iova, ulong size) => _maps.Remove(iova, out ulong mapped) ? Math.Min(mapped, size) : 0;
}

//// Loop with a way out in its middle
using IoctlSharp.Vfio;
using System.Threading;

internal static class Patience
{
    public static Errno Reset(VfioDevice device, CancellationToken cancellation)
    {
        Errno error;
        for (int delay = 1; ; delay *= 2)
        {
            error = device.TryReset();
            if (error is not (Errno.EAGAIN or Errno.EBUSY))
                break;
            if (cancellation.WaitHandle.WaitOne(delay) || delay > 1024)
                return error;
        }

        return error;
    }
}

//// Errors gathered
using IoctlSharp.Vfio;
using System.Collections.Generic;

internal static class Gathered
{
    public static void ResetAll(IReadOnlyList<VfioDevice> devices)
    {
        List<Exception>? errors = null;
        foreach (VfioDevice device in devices)
        {
            try
            {
                device.Reset();
            }
            catch (IoctlException e)
            {
                (errors ??= []).Add(e);
            }
        }

        if (errors is not null)
            throw new AggregateException(errors);
    }
}

//// Result type of one's own
using IoctlSharp.Vfio;

internal readonly struct Result<T>
{
    private readonly T _value;
    private readonly Errno _error;

    private Result(T value, Errno error) => (_value, _error) = (value, error);

    public static implicit operator Result<T>(T value) => new(value, Errno.None);

    public static implicit operator Result<T>(Errno error) => new(default!, error);

    public TOther Match<TOther>(Func<T, TOther> good, Func<Errno, TOther> bad) => _error == Errno.None ? good(_value) : bad(_error);
}

internal static class Results
{
    public static Result<ulong> Size(VfioDevice device, VfioPciRegion region)
    {
        Errno error = device.TryGetRegionInfo((uint)region, out KernelBuffer<VfioRegionInfo> info);
        if (error != Errno.None)
            return error;
        return info.Value.Size;
    }

    public static string Text(VfioDevice device) => Size(device, VfioPciRegion.Rom).Match(size => $"{size >> 10} KiB", error => error.ToString());
}

//// Work on many threads
using IoctlSharp.Vfio;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;

internal static class Parallelism
{
    public static int Map(VfioContainer container, DmaBuffer buffer, int parts)
    {
        ulong size = buffer.Size / (ulong)parts / buffer.PageSize * buffer.PageSize;
        ConcurrentBag<Errno> errors = [];
        int mapped = 0;
        Parallel.For(0, parts, part =>
        {
            ulong offset = (ulong)part * size;
            Errno error = container.TryMapDma(new VfioIommuType1DmaMap
            {
                Flags = VfioDmaMapFlags.Read,
                Vaddr = UserPointer.From(buffer, offset),
                Iova = offset,
                Size = size,
            });
            if (error == Errno.None)
                Interlocked.Increment(ref mapped);
            else
                errors.Add(error);
        });
        return errors.IsEmpty ? mapped : throw new InvalidOperationException(string.Join(", ", errors));
    }
}

//// Pointers into a mapped region
using IoctlSharp.Vfio;

internal static unsafe class Pointers
{
    public static uint Sum(VfioDevice device, VfioRegionInfo region)
    {
        if ((region.Flags & VfioRegionFlags.Mmap) == 0)
            return 0;
        using MappedRegion map = device.Map(region.Offset, region.Size, System.IO.FileAccess.Read);
        uint sum = 0;
        for (ulong offset = 0; offset + 4 <= map.Length; offset += 4)
            sum += map.Read32(offset);
        return sum;
    }

    public static void Fill(DmaBuffer buffer, uint value)
    {
        fixed (byte* start = buffer.Span)
        {
            uint* end = (uint*)(start + buffer.Span.Length);
            for (uint* word = (uint*)start; word < end; word++)
                *word = value;
        }
    }
}
