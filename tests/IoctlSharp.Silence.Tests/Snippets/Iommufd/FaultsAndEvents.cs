//// Fault queue beside its id
using IoctlSharp.Iommu;

internal sealed record FaultSource(FaultQueueId Id, FaultQueue Queue) : IDisposable
{
    public static FaultSource Create(Iommufd iommufd)
    {
        iommufd.AllocateFaultQueue(out FaultQueueId id, out FaultQueue queue);
        return new FaultSource(id, queue);
    }

    public void Dispose() => Queue.Dispose();
}

//// Faults answered one group at a time
using IoctlSharp.Iommu;

internal static class Answering
{
    public static int Serve(FaultQueue queue, Func<ulong, bool> bringIn)
    {
        Span<IommuHwptPgfault> faults = stackalloc IommuHwptPgfault[32];
        int served = 0;
        bool good = true;
        foreach (ref readonly IommuHwptPgfault fault in queue.ReadFaults(faults))
        {
            good &= bringIn(fault.Address);
            if ((fault.Flags & IommuPgfaultFlags.LastPage) == 0)
                continue;
            IommuHwptPageResponse response = new() { Cookie = fault.Cookie, Code = good ? IommufdPageResponseCode.Success : IommufdPageResponseCode.Invalid };
            if (queue.Respond(response) == 1)
                served++;
            good = true;
        }

        return served;
    }
}

//// PASID of a fault only where it is valid
using IoctlSharp.Iommu;

internal static class FaultText
{
    public static string Describe(in IommuHwptPgfault fault)
    {
        string who = fault.DevId.ToString();
        if (fault.Flags.HasFlag(IommuPgfaultFlags.PasidValid))
            who += $" pasid {fault.Pasid}";
        return $"{who}: {fault.Permissions} at 0x{fault.Address:x}, group {fault.GroupId}";
    }

    public static uint? Pasid(this IommuHwptPgfault fault) => (fault.Flags & IommuPgfaultFlags.PasidValid) == IommuPgfaultFlags.PasidValid ? fault.Pasid : null;
}

//// Faults handed over by a pattern
using IoctlSharp.Iommu;
using System.Collections.Generic;

internal sealed class FaultTable
{
    private readonly Dictionary<(DeviceId Device, uint Pasid), int> _counts = [];

    public void Add(IommuHwptPgfault fault)
    {
        bool hasPasid = (fault.Flags & IommuPgfaultFlags.PasidValid) != 0;
        if (!hasPasid)
        {
            Count(fault.DevId, uint.MaxValue);
            return;
        }

        Count(fault.DevId, fault.Pasid);
    }

    private void Count(DeviceId device, uint pasid)
    {
        ref int count = ref CollectionsMarshal.GetValueRefOrAddDefault(_counts, (device, pasid), out _);
        count++;
    }
}

//// Fault thread with a cancellation token
using IoctlSharp.Iommu;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

internal sealed class FaultPump(FaultQueue queue, Action<IommuHwptPgfault> handle)
{
    public Task RunAsync(CancellationToken cancellation) => Task.Factory.StartNew(() => Loop(cancellation), cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private void Loop(CancellationToken cancellation)
    {
        IommuHwptPgfault[] room = new IommuHwptPgfault[64];
        while (!cancellation.IsCancellationRequested)
        {
            if (!queue.WaitToRead(TimeSpan.FromMilliseconds(200)))
                continue;
            try
            {
                foreach (IommuHwptPgfault fault in queue.ReadFaults(room))
                    handle(fault);
            }
            catch (IOException e) when (e.HResult == (int)Errno.EAGAIN)
            {
                Thread.Yield();
            }
        }
    }
}

//// Responses gathered and sent in one write
using IoctlSharp.Iommu;
using System.Collections.Generic;
using System.Linq;

internal static class Batches
{
    public static void Answer(FaultQueue queue, IEnumerable<IommuHwptPgfault> faults)
    {
        IommuHwptPageResponse[] responses = faults
            .Where(fault => (fault.Flags & IommuPgfaultFlags.LastPage) != 0)
            .Select(fault => new IommuHwptPageResponse { Cookie = fault.Cookie, Code = IommufdPageResponseCode.Success })
            .ToArray();
        for (int sent = 0; sent < responses.Length;)
        {
            int taken = queue.Respond(responses.AsSpan(sent));
            if (taken == 0)
                throw new InvalidOperationException($"the cookie {responses[sent].Cookie} is stale");
            sent += taken;
        }
    }
}

//// Paging with its queue closed on failure
using IoctlSharp.Iommu;

internal static class Paging
{
    public static (FaultQueue Queue, HwptId Table) SetUp(Iommufd iommufd, DeviceId device, IoasId ioas)
    {
        iommufd.AllocateFaultQueue(out var id, out var queue);
        try
        {
            HwptId table = iommufd.AllocateHwpt(new() { DevId = device, PtId = ioas, Flags = IommuHwptAllocFlags.FaultIdValid, FaultId = id });
            return (queue, table);
        }
        catch
        {
            queue.Dispose();
            iommufd.Destroy(id);
            throw;
        }
    }
}

//// SMMU slice for a guest
using IoctlSharp.Iommu;

public sealed class GuestSmmu(Iommufd iommufd, DeviceId device, IoasId ioas)
{
    private readonly HwptId _parent = iommufd.AllocateHwpt(new() { DevId = device, PtId = ioas, Flags = IommuHwptAllocFlags.NestParent });
    private ViommuId? _viommu;

    public ViommuId Viommu => _viommu ??= iommufd.AllocateViommu(new IommuViommuAlloc { Type = IommuViommuType.ArmSmmuv3, DevId = device, HwptId = _parent });

    public VdeviceId Plug(DeviceId added, uint streamId) => iommufd.AllocateVdevice(Viommu, added, streamId);

    public void Unplug(VdeviceId added) => iommufd.Destroy(added);
}

//// Tegra queue and its mapped interface
using IoctlSharp.Iommu;

internal static class Tegra
{
    public static (ViommuId Id, MappedRegion Registers) Open(Iommufd iommufd, DeviceId device, HwptId parent)
    {
        ViommuId id = iommufd.AllocateViommu(new IommuViommuAlloc { DevId = device, HwptId = parent }, out IommuViommuTegra241Cmdqv where);
        return (id, iommufd.Map(where.OutVintfMmapOffset, where.OutVintfMmapLength));
    }

    public static HwQueueId AddQueue(Iommufd iommufd, ViommuId viommu, uint index, ulong guestAddress, int log2Entries)
        => iommufd.AllocateHwQueue(new() { ViommuId = viommu, Type = IommuHwQueueType.Tegra241Cmdqv, Index = index, NestingParentIova = guestAddress, Length = 16ul << log2Entries });
}

//// Events of an SMMU, read into a stack buffer
using IoctlSharp.Iommu;

internal static class Events
{
    public static (int Seen, int Losses) Drain(EventQueue queue, Action<IommuVeventArmSmmuv3> inject)
    {
        Span<byte> buffer = stackalloc byte[40 * 16];
        int seen = 0, losses = 0;
        foreach (VirtualEvent<IommuVeventArmSmmuv3> happened in queue.ReadEvents<IommuVeventArmSmmuv3>(buffer))
        {
            if (happened.IsLoss)
            {
                losses++;
                continue;
            }

            seen++;
            inject(happened.Value);
        }

        return (seen, losses);
    }
}

//// Generic event reader
using IoctlSharp.Iommu;

internal sealed class EventReader<T> : IDisposable
    where T : unmanaged
{
    private readonly EventQueue _queue;
    private readonly byte[] _buffer = new byte[(8 + Unsafe.SizeOf<T>()) * 8];
    private uint _next;

    public EventReader(Iommufd iommufd, ViommuId viommu, IommuVeventqType type)
    {
        iommufd.AllocateEventQueue(viommu, type, depth: 256, out EventQueueId id, out _queue);
        Id = id;
    }

    public EventQueueId Id { get; }

    public uint Missed { get; private set; }

    public bool Poll(TimeSpan timeout, Action<T> each)
    {
        if (!_queue.WaitToRead(timeout))
            return false;
        foreach (VirtualEvent<T> item in _queue.ReadEvents<T>(_buffer))
        {
            if (item.Header.Sequence != _next)
                Missed += item.Header.Sequence - _next & 0x7fffffff;
            _next = item.Header.Sequence + 1 & 0x7fffffff;
            if (!item.IsLoss)
                each(item.Value);
        }

        return true;
    }

    public void Dispose() => _queue.Dispose();
}

//// Event queue where there may be none
using IoctlSharp.Iommu;

internal static class OptionalEvents
{
    public static EventQueue? Open(Iommufd iommufd, ViommuId viommu, uint depth)
    {
        ArgumentOutOfRangeException.ThrowIfZero(depth);
        try
        {
            iommufd.AllocateEventQueue(viommu, IommuVeventqType.ArmSmmuv3, depth, out _, out EventQueue queue);
            return queue;
        }
        catch (IoctlException e) when (e.Error is Errno.EOPNOTSUPP or Errno.ENOTTY)
        {
            return null;
        }
    }
}

//// Objects destroyed in the opposite order
using IoctlSharp.Iommu;
using System.Collections.Generic;

internal sealed class ObjectStack(Iommufd iommufd) : IDisposable
{
    private readonly Stack<ObjectId> _objects = new();

    public T Keep<T>(T id, Func<T, ObjectId> convert)
    {
        _objects.Push(convert(id));
        return id;
    }

    public IoasId NewIoas() => Keep(iommufd.AllocateIoas(), id => id);

    public void Dispose()
    {
        foreach (ObjectId id in _objects)
        {
            if (iommufd.TryDestroy(id) is not Errno.None and var error)
                Console.Error.WriteLine($"{id}: {error.Text()}");
        }

        _objects.Clear();
    }
}
