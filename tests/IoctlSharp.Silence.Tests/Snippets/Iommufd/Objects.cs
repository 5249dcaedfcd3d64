//// Nested page table, its parent kept alive beside it
using IoctlSharp.Iommu;
using IoctlSharp.Vfio;

internal sealed class Nested : IDisposable
{
    private readonly Iommufd _iommufd;
    private HwptId? _child;

    public Nested(Iommufd iommufd, DeviceId device, IoasId ioas)
    {
        _iommufd = iommufd;
        Parent = iommufd.AllocateHwpt(new IommuHwptAlloc { Flags = IommuHwptAllocFlags.NestParent, DevId = device, PtId = ioas });
    }

    public HwptId Parent { get; }

    public HwptId Child(DeviceId device, ulong table, uint width)
        => _child ??= _iommufd.AllocateHwpt(
            new IommuHwptAlloc { DevId = device, PtId = Parent },
            new IommuHwptVtdS1 { Flags = IommuHwptVtdS1Flags.WriteProtect, PageTableAddress = table, AddressWidth = width });

    public void Dispose()
    {
        if (_child is { } child)
            _iommufd.Destroy(child);
        _iommufd.Destroy(Parent);
    }
}

//// Faults as a stream
using IoctlSharp.Iommu;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

internal readonly record struct Fault(DeviceId Device, uint? Pasid, ulong Address, uint Cookie);

internal sealed class FaultPump(FaultQueue queue)
{
    public async IAsyncEnumerable<Fault> ReadAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        while (!cancellation.IsCancellationRequested)
        {
            Fault[] batch = await Task.Run(Next, cancellation);
            foreach (Fault fault in batch)
                yield return fault;
        }
    }

    private Fault[] Next()
    {
        if (!queue.WaitToRead(TimeSpan.FromMilliseconds(100)))
            return [];
        Span<IommuHwptPgfault> room = stackalloc IommuHwptPgfault[16];
        ReadOnlySpan<IommuHwptPgfault> read = queue.ReadFaults(room);
        var faults = new Fault[read.Length];
        for (int i = 0; i < read.Length; i++)
        {
            ref readonly IommuHwptPgfault raw = ref read[i];
            uint? pasid = (raw.Flags & IommuPgfaultFlags.PasidValid) == 0 ? null : raw.Pasid;
            faults[i] = new Fault(raw.DevId, pasid, raw.Address, raw.Cookie);
        }

        return faults;
    }
}

//// Answers in one call
using IoctlSharp.Iommu;
using System.Collections.Generic;
using System.Linq;

internal static class Answers
{
    public static void Give(FaultQueue queue, IReadOnlyCollection<(uint Cookie, bool IsGood)> answers)
    {
        IommuHwptPageResponse[] responses = [.. answers.Select(answer => new IommuHwptPageResponse
        {
            Cookie = answer.Cookie,
            Code = answer.IsGood ? IommufdPageResponseCode.Success : IommufdPageResponseCode.Invalid,
        })];
        int sent = 0;
        while (sent < responses.Length)
            sent += queue.Respond(responses.AsSpan(sent));
    }
}

//// Page table with faults, or without
using IoctlSharp.Iommu;

internal static class Tables
{
    public static HwptId Allocate(Iommufd iommufd, DeviceId device, PageTableId parent, FaultQueueId? faults, bool isTracked)
    {
        IommuHwptAlloc alloc = new() { DevId = device, PtId = parent };
        if (isTracked)
            alloc.Flags |= IommuHwptAllocFlags.DirtyTracking;
        if (faults is { } id)
        {
            alloc.Flags |= IommuHwptAllocFlags.FaultIdValid;
            alloc.FaultId = id;
        }

        return iommufd.AllocateHwpt(alloc);
    }
}

//// Kernel chooses the address, or the caller does
using IoctlSharp.Iommu;

internal static class Placement
{
    public static ulong Map(Iommufd iommufd, IoasId ioas, DmaBuffer memory, ulong? wanted = null)
    {
        IommuIoasMap map = new() { IoasId = ioas, UserVa = memory.Address, Length = memory.Size, Flags = IommuIoasMapFlags.Readable | IommuIoasMapFlags.Writeable };
        if (wanted is ulong iova)
        {
            map.Flags |= IommuIoasMapFlags.FixedIova;
            map.Iova = iova;
        }

        return iommufd.MapMemory(map);
    }
}

//// Unmapping is asked about to the byte
using IoctlSharp.Iommu;

internal static class Unmapping
{
    public static Errno Remove(Iommufd iommufd, IoasId ioas, Range range, out ulong done)
    {
        var (offset, length) = range.GetOffsetAndLength(int.MaxValue);
        IommuIoasUnmap unmap = new() { IoasId = ioas, Iova = (ulong)offset << 12, Length = (ulong)length << 12 };
        Errno error = iommufd.TryUnmapMemory(ref unmap);
        done = error == Errno.None ? unmap.Length : 0;
        return error;
    }
}

//// Device that binds, attaches and lets go
using IoctlSharp.Iommu;
using IoctlSharp.Vfio;

internal sealed class Attached : IDisposable
{
    private readonly VfioCdev _cdev;

    public Attached(string path, Iommufd iommufd, IoasId ioas)
    {
        _cdev = VfioCdev.Open(path);
        try
        {
            Id = _cdev.Bind(iommufd);
            Table = _cdev.Attach(ioas);
        }
        catch
        {
            _cdev.Dispose();
            throw;
        }
    }

    public DeviceId Id { get; }

    public PageTableId Table { get; private set; }

    public void Move(PageTableId other) => Table = _cdev.Attach(other);

    public void Dispose()
    {
        _cdev.Detach();
        _cdev.Dispose();
    }
}

//// Invalidations that stop at the first bad one
using IoctlSharp.Iommu;

internal static class Invalidation
{
    public static bool Flush(Iommufd iommufd, HwptId hwpt, ReadOnlySpan<IommuHwptVtdS1Invalidate> all, out uint done)
    {
        done = 0;
        while (all.Length > 0)
        {
            Errno error = iommufd.TryInvalidate(hwpt, all, out uint some);
            done += some;
            if (error != Errno.None)
                return false;
            all = all[(int)some..];
        }

        return true;
    }

    public static uint Page(Iommufd iommufd, HwptId hwpt, ulong address)
        => iommufd.Invalidate(hwpt, [new IommuHwptVtdS1Invalidate { Address = address & ~0xffful, PageCount = 1, Flags = IommuHwptVtdS1InvalidateFlags.Leaf }]);
}

//// Hardware by its kind
using IoctlSharp.Iommu;

internal static class Hardware
{
    public static string Describe(Iommufd iommufd, DeviceId device)
    {
        KernelBuffer<IommuHwInfo> info = iommufd.GetHwInfo(device);
        return info.Value.OutDataType switch
        {
            IommuHwInfoType.IntelVtd when info.Length >= Unsafe.SizeOf<IommuHwInfo>() + Unsafe.SizeOf<IommuHwInfoVtd>() => $"VT-d {info.Tail<IommuHwInfoVtd>(1)[0].CapReg:x}",
            IommuHwInfoType.None => "unknown",
            var type => type.ToString(),
        };
    }
}

//// Ranges that a window fits in
using IoctlSharp.Iommu;
using System.Linq;

internal static class Fit
{
    public static ulong? Find(Iommufd iommufd, IoasId ioas, ulong size)
    {
        KernelBuffer<IommuIoasIovaRanges> answer = iommufd.GetIovaRanges(ioas);
        ulong alignment = Math.Max(answer.Value.OutIovaAlignment, 1);
        foreach (ref readonly IommuIovaRange range in answer.Tail<IommuIovaRange>())
        {
            ulong start = (range.Start + alignment - 1) / alignment * alignment;
            if (start <= range.Last && range.Last - start >= size - 1)
                return start;
        }

        return null;
    }
}

//// Event queue, read by kind
using IoctlSharp.Iommu;

internal static class Events
{
    public static (int Seen, bool IsLost) Drain(EventQueue queue, Action<IommuVeventArmSmmuv3> act)
    {
        Span<byte> buffer = stackalloc byte[512];
        (int seen, bool isLost) = (0, false);
        foreach (VirtualEvent<IommuVeventArmSmmuv3> each in queue.ReadEvents<IommuVeventArmSmmuv3>(buffer))
        {
            if (each.IsLoss)
            {
                isLost = true;
                continue;
            }

            act(each.Value);
            seen++;
        }

        return (seen, isLost);
    }
}

//// Tree of objects destroyed from the leaves
using IoctlSharp.Iommu;
using System.Collections.Generic;

internal sealed class ObjectTree(Iommufd iommufd) : IDisposable
{
    private readonly Stack<ObjectId> _ids = new();

    public T Add<T>(T id, Func<T, ObjectId> convert)
    {
        _ids.Push(convert(id));
        return id;
    }

    public void Dispose()
    {
        while (_ids.TryPop(out ObjectId id))
        {
            if (iommufd.TryDestroy(id) is not (Errno.None or Errno.ENOENT) and var error)
                throw new InvalidOperationException($"{id}: {error}");
        }
    }
}
