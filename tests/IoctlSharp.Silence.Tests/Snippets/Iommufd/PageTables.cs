//// Page table of one's own
using IoctlSharp.Iommu;

internal static class Tables
{
    public static HwptId Make(Iommufd iommufd, DeviceId device, IoasId ioas) => iommufd.AllocateHwpt(new() { DevId = device, PtId = ioas });

    public static HwptId MakeParent(Iommufd iommufd, DeviceId device, IoasId ioas)
        => iommufd.AllocateHwpt(new IommuHwptAlloc { DevId = device, PtId = ioas, Flags = IommuHwptAllocFlags.NestParent });
}

//// Dirty tracking where it can be had
using IoctlSharp.Iommu;

internal static class TrackingTables
{
    public static (HwptId Table, bool Tracks) Make(Iommufd iommufd, DeviceId device, IoasId ioas)
    {
        bool tracks = (iommufd.GetHwInfo(device).Value.OutCapabilities & IommuHwCapabilities.DirtyTracking) != 0;
        IommuHwptAlloc request = new() { DevId = device, PtId = ioas };
        if (tracks)
            request.Flags |= IommuHwptAllocFlags.DirtyTracking;
        return (iommufd.AllocateHwpt(request), tracks);
    }
}

//// Dirty pages counted
using IoctlSharp.Iommu;
using System.Numerics;

internal static class DirtyCount
{
    public static long Count(Iommufd iommufd, HwptId table, ulong iova, ulong length)
    {
        ulong page = (ulong)Environment.SystemPageSize;
        ulong[] bitmap = new ulong[(length / page + 63) / 64];
        iommufd.GetDirtyBitmap(table, iova, length, page, bitmap);
        long dirty = 0;
        foreach (ulong word in bitmap)
            dirty += BitOperations.PopCount(word);
        return dirty;
    }
}

//// Tracker that ends its tracking
using IoctlSharp.Iommu;

public sealed class DirtyTracker : IDisposable
{
    private readonly Iommufd _iommufd;
    private readonly HwptId _table;
    private bool _running;

    public DirtyTracker(Iommufd iommufd, HwptId table)
    {
        (_iommufd, _table) = (iommufd, table);
        iommufd.SetDirtyTracking(table, IommuHwptDirtyTrackingFlags.Enable);
        _running = true;
    }

    public void Peek(ulong iova, ulong length, Span<ulong> bitmap)
        => _iommufd.GetDirtyBitmap(_table, iova, length, 4096, bitmap, IommuHwptGetDirtyBitmapFlags.NoClear);

    public void Dispose()
    {
        if (!_running)
            return;
        _running = false;
        _iommufd.SetDirtyTracking(_table, 0);
    }
}

//// Dirty pages listed by rented words
using IoctlSharp.Iommu;
using System.Buffers;
using System.Collections.Generic;
using System.Numerics;

internal static class DirtyList
{
    private const ulong PageSize = 1ul << 12;

    public static List<ulong> List(Iommufd iommufd, HwptId table, ulong first, ulong pages)
    {
        int words = checked((int)((pages + 63) / 64));
        ulong[] rented = ArrayPool<ulong>.Shared.Rent(words);
        try
        {
            Span<ulong> bitmap = rented.AsSpan(0, words);
            bitmap.Clear();
            iommufd.GetDirtyBitmap(table, first, pages * PageSize, PageSize, bitmap);
            List<ulong> found = [];
            for (int i = 0; i < words; i++)
            {
                for (ulong word = bitmap[i]; word != 0; word &= word - 1)
                    found.Add(first + ((ulong)i * 64 + (ulong)BitOperations.TrailingZeroCount(word)) * PageSize);
            }

            return found;
        }
        finally
        {
            ArrayPool<ulong>.Shared.Return(rented);
        }
    }
}

//// Pre-copy rounds until few pages are dirty
using IoctlSharp.Iommu;
using System.Linq;
using System.Numerics;
using System.Threading;
using System.Threading.Tasks;

internal sealed class PreCopy(Iommufd iommufd, HwptId table, Func<ulong[], Task> send)
{
    public async Task RunAsync(ulong iova, ulong length, CancellationToken cancellation = default)
    {
        ulong[] bitmap = new ulong[(length / 4096 + 63) / 64];
        iommufd.SetDirtyTracking(table, IommuHwptDirtyTrackingFlags.Enable);
        try
        {
            do
            {
                cancellation.ThrowIfCancellationRequested();
                Array.Clear(bitmap);
                iommufd.GetDirtyBitmap(table, iova, length, 4096, bitmap);
                await send(bitmap).ConfigureAwait(false);
            }
            while (bitmap.Sum(word => BitOperations.PopCount(word)) > 100);
        }
        finally
        {
            iommufd.SetDirtyTracking(table, default);
        }
    }
}

//// Hardware told apart by its type
using IoctlSharp.Iommu;

internal static class Hardware
{
    public static string Describe(Iommufd iommufd, DeviceId device)
    {
        KernelBuffer<IommuHwInfo> info = iommufd.GetHwInfo(device);
        return info.Value.OutDataType switch
        {
            IommuHwInfoType.IntelVtd => Vtd(info.Tail<IommuHwInfoVtd>(1)[0]),
            IommuHwInfoType.ArmSmmuv3 => $"SMMUv3 {info.Tail<IommuHwInfoArmSmmuv3>(1)[0].Aidr:x}",
            IommuHwInfoType.Amd => $"AMD {info.Tail<IommuHwInfoAmd>(1)[0].Efr:x16}",
            IommuHwInfoType.None => "nothing is known",
            var other => other.ToString(),
        };

        static string Vtd(in IommuHwInfoVtd vtd) => $"VT-d cap {vtd.CapReg:x} ecap {vtd.EcapReg:x}";
    }
}

//// Widths of PASIDs
using IoctlSharp.Iommu;
using System.Collections.Generic;
using System.Linq;

internal static class PasidWidths
{
    public static ILookup<int, DeviceId> Group(Iommufd iommufd, IEnumerable<DeviceId> devices)
        => devices.ToLookup(device => (int)iommufd.GetHwInfo(device).Value.OutMaxPasidLog2);

    public static uint Limit(Iommufd iommufd, DeviceId device) => iommufd.GetHwInfo(device).Value is { OutMaxPasidLog2: > 0 and < 32 and var bits } ? 1u << bits : 0;
}

//// Nested table of a VT-d guest
using IoctlSharp.Iommu;

internal static class VtdGuests
{
    public static HwptId Nest(Iommufd iommufd, DeviceId device, HwptId parent, ulong guestRoot, bool isSupervisor)
    {
        IommuHwptVtdS1 data = new() { PageTableAddress = guestRoot, AddressWidth = 48 };
        if (isSupervisor)
            data.Flags |= IommuHwptVtdS1Flags.SupervisorRequest | IommuHwptVtdS1Flags.WriteProtect;
        return iommufd.AllocateHwpt(new IommuHwptAlloc { DevId = device, PtId = parent }, data);
    }
}

//// Invalidation of a guest's pages
using IoctlSharp.Iommu;

internal static class Flushing
{
    public static void FlushPages(Iommufd iommufd, HwptId nested, ulong address, ulong pages, bool leafOnly = false)
    {
        IommuHwptVtdS1Invalidate entry = new()
        {
            Address = address & ~0xffful,
            PageCount = pages,
            Flags = leafOnly ? IommuHwptVtdS1InvalidateFlags.Leaf : 0,
        };
        uint done = iommufd.Invalidate(nested, [entry]);
        if (done != 1)
            throw new InvalidOperationException("The invalidation was not done.");
    }

    public static void FlushAll(Iommufd iommufd, HwptId nested)
    {
        if (iommufd.Invalidate(nested, [new IommuHwptVtdS1Invalidate { PageCount = ulong.MaxValue }]) == 0)
            throw new InvalidOperationException("Nothing was flushed.");
    }
}

//// Invalidations that go on after a failure
using IoctlSharp.Iommu;

internal static class Resuming
{
    public static Errno Drain(Iommufd iommufd, HwptId nested, ReadOnlySpan<IommuHwptVtdS1Invalidate> entries, ref int failed)
    {
        Errno last = Errno.None;
        while (!entries.IsEmpty)
        {
            Errno error = iommufd.TryInvalidate(nested, entries, out uint done);
            if (error == Errno.None)
                return last;
            last = error;
            failed++;
            entries = entries.Slice((int)Math.Min(done + 1, (uint)entries.Length));
        }

        return last;
    }
}

//// SMMU commands of a guest
using IoctlSharp.Iommu;

internal static class SmmuCommands
{
    public static int Execute(Iommufd iommufd, ViommuId viommu, ReadOnlySpan<byte> ring)
    {
        ReadOnlySpan<IommuViommuArmSmmuv3Invalidate> commands = MemoryMarshal.Cast<byte, IommuViommuArmSmmuv3Invalidate>(ring);
        return iommufd.TryInvalidate(viommu, commands, out uint done) switch
        {
            Errno.None => (int)done,
            Errno.EIO => ~(int)done,
            var error => throw new InvalidOperationException(error.Text()),
        };
    }
}

//// Table with a fault queue in a branch
using IoctlSharp.Iommu;

internal static class FaultTables
{
    public static HwptId Make(Iommufd iommufd, DeviceId device, IoasId ioas, FaultQueueId? faults)
    {
        IommuHwptAlloc alloc = new() { DevId = device, PtId = ioas };
        if (faults.HasValue)
        {
            alloc.Flags = IommuHwptAllocFlags.FaultIdValid;
            alloc.FaultId = faults.Value;
        }

        return iommufd.AllocateHwpt(in alloc);
    }

    public static IommuHwptAlloc WithFaults(this IommuHwptAlloc alloc, FaultQueueId faults)
        => alloc with { Flags = alloc.Flags | IommuHwptAllocFlags.FaultIdValid, FaultId = faults };
}

//// Table from raw guest bytes
using IoctlSharp.Iommu;

internal static class RawGuests
{
    public static HwptId Nest(Iommufd iommufd, DeviceId device, PageTableId parent, IommuHwptDataType type, ReadOnlySpan<byte> data)
    {
        if (type == IommuHwptDataType.None)
            throw new ArgumentOutOfRangeException(nameof(type));
        return iommufd.AllocateHwpt(new IommuHwptAlloc { DevId = device, PtId = parent, DataType = type }, data);
    }
}
