//// Query by a function, timed
using IoctlSharp.Vfio;
using System.Diagnostics;

internal static class Timed
{
    public static T Query<T>(Func<T> ask, out TimeSpan took)
    {
        long start = Stopwatch.GetTimestamp();
        T answer = ask();
        took = Stopwatch.GetElapsedTime(start);
        return answer;
    }

    public static (uint Regions, uint Irqs) Counts(VfioDevice device)
    {
        VfioDeviceInfo info = Query(() => device.GetInfo().Value, out _);
        return (info.RegionCount, info.IrqCount);
    }
}

//// Any handle, any answer
using IoctlSharp.Iommu;
using IoctlSharp.Vfio;

internal delegate Errno Try<in THandle, TAnswer>(THandle handle, out TAnswer answer) where THandle : DeviceHandle;

internal static class Generic
{
    public static TAnswer? OrNull<THandle, TAnswer>(THandle handle, Try<THandle, TAnswer> call)
        where THandle : DeviceHandle where TAnswer : struct
        => call(handle, out TAnswer answer) == Errno.None ? answer : null;

    public static VfioIrqInfo? Msix(VfioDevice device)
        => OrNull<VfioDevice, VfioIrqInfo>(device, static (VfioDevice each, out VfioIrqInfo irq) => each.TryGetIrqInfo((uint)VfioPciIrq.Msix, out irq));
}

//// Kernel structs behind a constraint
using IoctlSharp.Vfio;
using System.Collections.Generic;

internal static class Structs
{
    public static T? Find<T>(KernelBuffer<VfioRegionInfo> region, VfioRegionCapability wanted) where T : unmanaged
        => region.Capabilities.TryFind((ushort)wanted, out Capability capability) ? capability.Read<T>() : null;

    public static List<VfioRegionSparseMmapArea> Areas(KernelBuffer<VfioRegionInfo> region)
    {
        List<VfioRegionSparseMmapArea> areas = [];
        if (region.Capabilities.TryFind((ushort)VfioRegionCapability.SparseMmap, out Capability sparse))
            areas.AddRange(sparse.Tail<VfioRegionSparseMmapArea>(Unsafe.SizeOf<VfioRegionInfoCapSparseMmap>(), (int)sparse.Read<VfioRegionInfoCapSparseMmap>().Count));
        return areas;
    }
}

//// Every kind of pattern
using IoctlSharp.Vfio;

internal static class Patterns
{
    public static string Of(object any) => any switch
    {
        VfioRegionInfo { Size: 0 } => "empty",
        VfioRegionInfo { Flags: var flags, Size: > 1ul << 32 } when (flags & VfioRegionFlags.Mmap) != 0 => "big and mapped",
        VfioRegionInfo { Index: (uint)VfioPciRegion.Config } => "config",
        VfioIrqInfo { Count: >= 1 and <= 2048, Flags: var flags } => flags.ToString(),
        VfioGroupStatus { Flags: VfioGroupFlags.Viable or (VfioGroupFlags.Viable | VfioGroupFlags.ContainerSet) } => "viable",
        Errno error and not Errno.None => $"{error:d}",
        DeviceHandle { IsInvalid: true } or null => "nothing",
        EventFd[] and [_, .. { Length: > 0 } rest, _] => $"{rest.Length} between",
        _ => "other",
    };
}

//// Record that owns a handle
using IoctlSharp.Vfio;

internal sealed record Opened(VfioGroup Group, VfioDevice Device, string Address) : IDisposable
{
    public static Opened Open(VfioContainer container, int group, string address)
    {
        VfioGroup opened = VfioGroup.Open(group);
        opened.SetContainer(container);
        container.SetIommu(VfioExtension.Type1v2Iommu);
        return opened.TryGetDevice(address, out VfioDevice device) switch
        {
            Errno.None => new Opened(opened, device, address),
            var error => throw Fail(opened, error),
        };

        static Exception Fail(VfioGroup group, Errno error)
        {
            group.Dispose();
            return new InvalidOperationException(error.ToString());
        }
    }

    public void Deconstruct(out VfioDevice device, out bool canReset) => (device, canReset) = (Device, Device.TryReset() == Errno.None);

    public void Dispose()
    {
        Device.Dispose();
        Group.Dispose();
    }
}

//// Disposed when awaited
using IoctlSharp.Vfio;
using System.Threading.Tasks;

internal sealed class Guest(VfioContainer container) : IAsyncDisposable
{
    private DmaMapping? _mapping;

    public Task MapAsync(DmaBuffer buffer, ulong iova) => Task.Run(() => _mapping = container.Map(buffer, iova, VfioDmaMapFlags.Read));

    public async ValueTask DisposeAsync()
    {
        if (_mapping is not null)
            await Task.Run(_mapping.Dispose).ConfigureAwait(false);
    }

    public static async Task<int> RunAsync(VfioContainer container, DmaBuffer buffer)
    {
        await using Guest guest = new(container);
        await guest.MapAsync(buffer, 0x1000_0000);
        return buffer.Span.IndexOfAnyExcept((byte)0);
    }
}

//// Local functions and closures
using IoctlSharp.Vfio;

internal static class Locals
{
    public static int Count(VfioDevice device)
    {
        int usable = 0;
        for (uint index = 0; index < Regions(); index++)
            Look(index);
        return usable;

        uint Regions() => device.GetInfo().Value.RegionCount;

        void Look(uint index)
        {
            if (device.TryGetRegionInfo(index, out var region) == Errno.None && region.Value is { Size: > 0 })
                usable++;
        }
    }
}

//// Exception filters by error and command
using IoctlSharp.Vfio;

internal static class Filters
{
    public static VfioDevice? Get(VfioGroup group, string name)
    {
        try
        {
            return group.GetDevice(name);
        }
        catch (IoctlException e) when (e.Error == Errno.ENODEV && e.Command.Name == nameof(VfioIoctls.Commands.VFIO_GROUP_GET_DEVICE_FD))
        {
            return null;
        }
        catch (IoctlException e) when (Log(e))
        {
            throw;
        }
    }

    private static bool Log(IoctlException e)
    {
        Console.Error.WriteLine(e.Message);
        return false;
    }
}

//// Lazily opened, once
using IoctlSharp.Iommu;
using System.Threading;

internal static class Shared
{
    private static readonly Lazy<Iommufd> s_iommufd = new(Iommufd.Open, LazyThreadSafetyMode.ExecutionAndPublication);

    private static IoasId? s_ioas;

    public static IoasId Ioas => s_ioas ??= s_iommufd.Value.AllocateIoas();
}

//// Static constructor that asks once
using IoctlSharp.Vfio;

internal static class Capabilities
{
    private static readonly bool s_hasType1;

    public static readonly int Version;

    static Capabilities()
    {
        using VfioContainer container = VfioContainer.Open();
        Version = container.GetApiVersion();
        s_hasType1 = Version == 0 && container.CheckExtension(VfioExtension.Type1v2Iommu) != 0;
    }

    public static VfioExtension Best => s_hasType1 ? VfioExtension.Type1v2Iommu : VfioExtension.Type1Iommu;
}

//// Names imported
using IoctlSharp.Vfio;
using static IoctlSharp.Vfio.VfioIoctls.Commands;
using static IoctlSharp.Vfio.VfioIrqSetFlags;
using Calls = IoctlSharp.Vfio.VfioIoctls;
using Irq = IoctlSharp.Vfio.VfioPciIrq;

internal static class Imported
{
    public static void Trigger(VfioDevice device) => Calls.SetIrqs(device, (uint)Irq.Msi, DataNone | ActionTrigger, start: 0, count: 1);

    public static bool Loopback(VfioDevice device) => Calls.TryReset(device) is Errno.None or Errno.ENOTTY;

    public static string Number => $"{VFIO_DEVICE_RESET}: {VFIO_DEVICE_RESET.Number:x}";
}

//// Nullable handles
using IoctlSharp.Vfio;

internal sealed class Optional(VfioDevice? device, EventFd? wakeup)
{
    public bool Sleep()
    {
        if (device?.ProbeLowPowerEntryWithWakeup() is not Errno.None)
            return false;
        if (wakeup is { IsInvalid: false } eventfd)
            device.EnterLowPower(eventfd);
        else
            device.EnterLowPower();
        return true;
    }

    public void Wake() => device?.ExitLowPower();
}

//// Choices as values of a dictionary
using IoctlSharp.Vfio;
using System.Collections.Frozen;
using System.Collections.Generic;

internal static class Table
{
    private static readonly FrozenDictionary<VfioFeature, Func<VfioDevice, Errno>> s_probes = new Dictionary<VfioFeature, Func<VfioDevice, Errno>>
    {
        [VfioFeature.Migration] = VfioIoctls.ProbeMigration,
        [VfioFeature.LowPowerEntry] = VfioIoctls.ProbeLowPowerEntry,
        [VfioFeature.DmaLoggingStart] = device => device.ProbeDmaLoggingStart(),
    }.ToFrozenDictionary();

    public static IEnumerable<VfioFeature> Of(VfioDevice device)
    {
        foreach (var (feature, probe) in s_probes)
        {
            if (probe(device) is Errno.None)
                yield return feature;
        }
    }
}

//// Queries over regions
using IoctlSharp.Vfio;
using System.Collections.Generic;
using System.Linq;

internal static class Linq
{
    public static ILookup<bool, (uint Index, ulong Size)> ByMapping(VfioDevice device)
        => (from index in Enumerable.Range(0, (int)device.GetInfo().Value.RegionCount)
            let error = device.TryGetRegionInfo((uint)index, out KernelBuffer<VfioRegionInfo> region)
            where error == Errno.None
            select ((uint)index, device.GetRegionInfo((uint)index).Value) into each
            let flags = each.Value.Flags
            select (Key: flags.HasFlag(VfioRegionFlags.Mmap), Value: (each.Item1, each.Value.Size)))
            .ToLookup(each => each.Key, each => each.Value);
}
