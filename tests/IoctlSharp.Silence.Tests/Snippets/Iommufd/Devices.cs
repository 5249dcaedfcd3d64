//// Cdev opened, bound and attached in one go
using IoctlSharp.Iommu;
using IoctlSharp.Vfio;

internal static class Bringup
{
    public static void Run(string path, Action<VfioDevice, ulong> drive)
    {
        using Iommufd iommufd = Iommufd.Open();
        using DmaBuffer memory = new(1 << 20);
        using VfioCdev device = VfioCdev.Open(path);
        DeviceId id = device.Bind(iommufd);
        IoasId ioas = iommufd.AllocateIoas();
        device.Attach(ioas);
        using DmaMapping mapping = iommufd.Map(ioas, memory, 0x10_0000, IommuIoasMapFlags.Writeable);
        Console.WriteLine($"{id} at 0x{mapping.Iova:x}");
        drive(device, mapping.Iova);
        device.Detach();
    }
}

//// Owner that fails in the middle of its constructor
using IoctlSharp.Iommu;
using IoctlSharp.Pci;
using IoctlSharp.Vfio;

public sealed class AssignedDevice : IDisposable
{
    private readonly VfioCdev _device;

    public AssignedDevice(Iommufd iommufd, PciDevice pci, IoasId ioas)
    {
        _device = pci.OpenCdev();
        try
        {
            Id = _device.Bind(iommufd);
            Table = _device.Attach(ioas);
        }
        catch
        {
            _device.Dispose();
            throw;
        }
    }

    public DeviceId Id { get; }

    public PageTableId Table { get; private set; }

    public void MoveTo(PageTableId table) => Table = _device.Attach(table);

    public void Dispose() => _device.Dispose();
}

//// Bound by a helper before it is attached
using IoctlSharp.Iommu;
using IoctlSharp.Vfio;

internal static class HelperBind
{
    public static VfioCdev OpenAttached(string path, Iommufd iommufd, IoasId ioas, out DeviceId id)
    {
        VfioCdev device = VfioCdev.Open(path);
        id = BindWithRetry(device, iommufd);
        _ = device.Attach(ioas);
        return device;
    }

    private static DeviceId BindWithRetry(VfioCdev device, Iommufd iommufd)
    {
        for (int left = 5; ; left--)
        {
            try
            {
                return device.Bind(iommufd);
            }
            catch (IoctlException e) when (e.Error == Errno.EBUSY && left > 0)
            {
                System.Threading.Thread.Sleep(100);
            }
        }
    }
}

//// Token of a virtual function, where one is given
using IoctlSharp.Iommu;
using IoctlSharp.Vfio;

internal static class VirtualFunctions
{
    public static DeviceId Bind(string path, Iommufd iommufd, Guid? token, out VfioCdev device)
    {
        device = VfioCdev.Open(path);
        if (token is not { } uuid)
            return device.Bind(iommufd);
        Span<byte> bytes = stackalloc byte[16];
        if (!uuid.TryWriteBytes(bytes, bigEndian: true, out int written) || written != 16)
            throw new ArgumentException("no UUID", nameof(token));
        return device.Bind(iommufd, bytes);
    }
}

//// PASIDs each with a table
using IoctlSharp.Iommu;
using IoctlSharp.Vfio;
using System.Collections.Concurrent;
using System.Linq;
using System.Threading;

public sealed class PasidPool : IDisposable
{
    private readonly Iommufd _iommufd;
    private readonly VfioCdev _device;
    private readonly DeviceId _id;
    private readonly ConcurrentDictionary<uint, HwptId> _tables = new();
    private uint _last;

    public PasidPool(Iommufd iommufd, VfioCdev device, DeviceId id, IoasId own)
    {
        (_iommufd, _device, _id) = (iommufd, device, id);
        device.Attach(iommufd.AllocateHwpt(new() { DevId = id, PtId = own, Flags = IommuHwptAllocFlags.Pasid }));
    }

    public uint Add(IoasId ioas)
    {
        uint pasid = Interlocked.Increment(ref _last);
        HwptId table = _iommufd.AllocateHwpt(new IommuHwptAlloc { Flags = IommuHwptAllocFlags.Pasid, DevId = _id, PtId = ioas });
        _device.AttachPasid(table, pasid);
        _tables[pasid] = table;
        return pasid;
    }

    public bool Remove(uint pasid)
    {
        if (!_tables.TryRemove(pasid, out HwptId table))
            return false;
        _device.DetachPasid(pasid);
        return _iommufd.TryDestroy(table) == Errno.None;
    }

    public void Dispose() => _tables.Keys.ToList().ForEach(pasid => Remove(pasid));
}

//// Options set by booleans
using IoctlSharp.Iommu;

internal static class Options
{
    public static bool CountsByProcess(this Iommufd iommufd) => iommufd.GetRlimitMode() == 1;

    public static void CountByProcess(this Iommufd iommufd, bool value) => iommufd.SetRlimitMode(value ? 1ul : 0);

    public static bool TrySmallPages(Iommufd iommufd, IoasId ioas)
    {
        try
        {
            iommufd.SetHugePages(ioas, 0);
        }
        catch (IoctlException e) when (e is { Error: Errno.EINVAL })
        {
            return false;
        }

        return iommufd.GetHugePages(ioas) == 0;
    }
}

//// Compatibility address space made on demand
using IoctlSharp.Iommu;
using IoctlSharp.Vfio;

internal static class Compatibility
{
    public static IoasId GetOrSet(Iommufd iommufd)
    {
        try
        {
            return iommufd.GetVfioIoas();
        }
        catch (IoctlException e) when (e.Error == Errno.ENODEV)
        {
            IoasId ioas = iommufd.AllocateIoas();
            iommufd.SetVfioIoas(ioas);
            return ioas;
        }
    }

    public static IoasId Join(VfioGroup group, Iommufd iommufd)
    {
        group.SetContainer(in iommufd);
        return iommufd.GetVfioIoas();
    }
}

//// Address translation behind an interface with a fake
using IoctlSharp.Iommu;
using System.Collections.Generic;

namespace Nic.Dma;

public interface IDma
{
    ulong Map(UserPointer address, ulong length, bool deviceWrites);

    void Unmap(ulong iova, ulong length);
}

public sealed class IommuDma(Iommufd iommufd, IoasId ioas) : IDma
{
    public ulong Map(UserPointer address, ulong length, bool deviceWrites)
        => iommufd.MapMemory(new()
        {
            IoasId = ioas,
            Flags = deviceWrites ? IommuIoasMapFlags.Readable | IommuIoasMapFlags.Writeable : IommuIoasMapFlags.Readable,
            UserVa = address,
            Length = length,
        });

    public void Unmap(ulong iova, ulong length)
    {
        ulong unmapped = iommufd.UnmapMemory(ioas, iova, length);
        ArgumentOutOfRangeException.ThrowIfNotEqual(unmapped, length);
    }
}

public sealed class FakeDma : IDma
{
    private readonly Dictionary<ulong, ulong> _live = [];

    public ulong Map(UserPointer address, ulong length, bool deviceWrites)
    {
        _live.Add(address.Value, length);
        return address.Value;
    }

    public void Unmap(ulong iova, ulong length)
    {
        if (!_live.Remove(iova, out ulong was) || was != length)
            throw new InvalidOperationException($"0x{iova:x} is not mapped");
    }
}

//// Raw allocation of a queue declared by hand
using IoctlSharp.Iommu;

[KernelStruct("demo_queue_alloc")]
public partial struct DemoQueueAlloc
{
    [ArgSize] private uint _size;
    [Reserved] private uint _flags;
    public uint OutId;
    [OwnedFd] public uint OutFd;
    [Range(1, 4096)] public uint Depth;
    [Reserved] private uint _reserved;
}

[IoctlGroup(';', Base = 0xa0)]
public static partial class DemoQueues
{
    [Ioctl(IoctlMacro.IO, 1, Name = "DEMO_QUEUE_ALLOC", Argument = typeof(DemoQueueAlloc))]
    [FailsWith(Errno.EBUSY, "all queues are taken")]
    public static partial void MakeQueue(
        this Iommufd iommufd,
        [Field(nameof(DemoQueueAlloc.Depth))] uint depth,
        [Field(nameof(DemoQueueAlloc.OutId))] out uint id,
        [Field(nameof(DemoQueueAlloc.OutFd))] out FaultQueue queue);

    public static FaultQueue MakeSmall(this Iommufd iommufd, bool tiny)
    {
        iommufd.MakeQueue(tiny ? 16u : 256u, out _, out FaultQueue queue);
        return queue;
    }
}

//// Own device with an order and flags that need each other
[Flags]
[KernelConstants("LINK_")]
public enum LinkFlags : uint
{
    Up = 1u << 0,
    Fast = 1u << 1,
    HasPeer = 1u << 2,
}

[KernelStruct("link_set")]
public partial struct LinkSet
{
    [ArgSize] private uint _argsz;
    [Requires(LinkFlags.Fast, LinkFlags.Up)] public LinkFlags Flags;
    [ValidWhen(nameof(Flags), LinkFlags.HasPeer)] public uint Peer;
    [Range(68, 65535)] public uint Mtu;
}

[IoctlGroup('k')]
public static partial class Links
{
    [Ioctl(IoctlMacro.IO, 1, Name = "LINK_SET")]
    public static partial void Set(this Device device, in LinkSet link);

    [Ioctl(IoctlMacro.IO, 2, Name = "LINK_START")]
    [After(nameof(Set))]
    public static partial void Start(this Device device);

    public static void Run(IntPtr fd, bool fast, uint? peer)
    {
        using Device device = new(fd, ownsHandle: true);
        LinkSet link = new() { Flags = LinkFlags.Up, Mtu = 1500 };
        if (fast)
            link.Flags |= LinkFlags.Fast;
        if (peer is uint number)
            link = link with { Flags = link.Flags | LinkFlags.HasPeer, Peer = number };
        device.Set(link);
        device.Start();
    }
}

//// Statistics whose arm follows a kind
using System.Runtime.InteropServices;

[KernelConstants("STAT_")]
public enum StatKind : uint
{
    Bytes = 0,
    Error = 1,
}

[KernelUnion, StructLayout(LayoutKind.Explicit)]
public partial struct StatValue
{
    [FieldOffset(0), Arm(StatKind.Bytes)] public ulong Bytes;
    [FieldOffset(0), Arm(StatKind.Error)] public int Error;
}

[KernelStruct("stat")]
public partial struct Stat
{
    public StatKind Kind;
    [Reserved] private uint _reserved;
    [Union(Discriminator = nameof(Kind))] public StatValue Value;
}

[IoctlGroup('s')]
public static partial class Stats
{
    [Ioctl(IoctlMacro.IOR, 1, Name = "STAT_GET")]
    public static partial Stat Get(this Device device);

    public static string Describe(Device device)
    {
        Stat stat = device.Get();
        return stat.Kind switch
        {
            StatKind.Bytes => $"{stat.Value.Bytes} bytes",
            StatKind.Error => ((Errno)stat.Value.Error).Text() ?? "an error",
            _ => "unknown",
        };
    }

    public static ulong Sum(ReadOnlySpan<Stat> stats)
    {
        ulong sum = 0;
        foreach (Stat stat in stats)
        {
            if (stat.Kind != StatKind.Bytes)
                continue;
            sum += stat.Value.Bytes;
        }

        return sum;
    }
}
