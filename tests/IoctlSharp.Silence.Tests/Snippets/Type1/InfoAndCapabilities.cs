//// Smallest page size behind its flag
using System.Numerics;
using IoctlSharp.Vfio;

internal static class PageSizes
{
    public static ulong Smallest(VfioContainer container)
    {
        ref readonly VfioIommuType1Info info = ref container.GetType1Info().Value;
        if (!info.Flags.HasFlag(VfioIommuInfoFlags.PageSizes))
            return (ulong)Environment.SystemPageSize;
        return 1UL << BitOperations.TrailingZeroCount(info.IovaPageSizes);
    }
}

//// Early return when there are no page sizes
using System.Collections.Generic;
using IoctlSharp.Vfio;

internal static class PageSizeList
{
    public static IEnumerable<ulong> Of(VfioContainer container)
    {
        VfioIommuType1Info info = container.GetType1Info().Value;
        if ((info.Flags & VfioIommuInfoFlags.PageSizes) != VfioIommuInfoFlags.PageSizes)
            yield break;
        for (ulong rest = info.IovaPageSizes; rest != 0; rest &= rest - 1)
            yield return rest & (~rest + 1);
    }
}

//// Page sizes by a conditional and a property
using IoctlSharp.Vfio;

internal sealed class IommuTraits(VfioContainer container)
{
    private readonly VfioIommuType1Info _info = container.GetType1Info().Value;

    public bool KnowsPageSizes => (_info.Flags & VfioIommuInfoFlags.PageSizes) != 0;

    public ulong PageMask => (_info.Flags & VfioIommuInfoFlags.PageSizes) != 0 ? _info.IovaPageSizes : (ulong)Environment.SystemPageSize;

    public bool HasHugePages => (_info.Flags & VfioIommuInfoFlags.PageSizes) != 0 && (_info.IovaPageSizes & (1UL << 21)) != 0;

    public override string ToString() => KnowsPageSizes ? $"page sizes 0x{PageMask:x}" : "page sizes are not known";
}

//// Assertion of the flag in a local function
using IoctlSharp.Vfio;

internal static class Required
{
    public static ulong PageSizes(VfioContainer container)
    {
        KernelBuffer<VfioIommuType1Info> answer = container.GetType1Info();
        VfioIommuType1Info value = answer.Value;
        if ((value.Flags & VfioIommuInfoFlags.PageSizes) == 0)
            throw Missing(nameof(value.IovaPageSizes));
        return value.IovaPageSizes;

        static NotSupportedException Missing(string what) => new($"the kernel did not fill in {what}");
    }
}

//// A property pattern reads flag and field
using IoctlSharp.Vfio;

internal static class Patterned
{
    public static bool MapsFourKilobytes(VfioContainer container) => container.GetType1Info().Value switch
    {
        { Flags: var flags, IovaPageSizes: var sizes } when (flags & VfioIommuInfoFlags.PageSizes) != 0 => (sizes & 0x1000) != 0,
        _ => false,
    };
}

//// Ranges of I/O addresses as tuples
using System.Collections.Generic;
using IoctlSharp.Vfio;

internal static class IovaRanges
{
    public static List<(ulong First, ulong Last)> Of(VfioContainer container)
    {
        List<(ulong, ulong)> found = [];
        KernelBuffer<VfioIommuType1Info> info = container.GetType1Info();
        if (info.Capabilities.TryFind((ushort)VfioIommuType1Capability.IovaRange, out Capability capability))
        {
            int count = checked((int)capability.Read<VfioIommuType1InfoCapIovaRange>().Count);
            foreach (ref readonly VfioIovaRange range in capability.Tail<VfioIovaRange>(Unsafe.SizeOf<VfioIommuType1InfoCapIovaRange>(), count))
                found.Add((range.Start, range.End));
        }

        return found;
    }
}

//// First fit allocator over the ranges
using System.Linq;
using IoctlSharp.Vfio;

internal sealed class IovaAllocator
{
    private readonly (ulong Start, ulong End)[] _ranges;
    private ulong _next;

    public IovaAllocator(VfioContainer container)
    {
        CapabilityChain chain = container.GetType1Info().Capabilities;
        if (!chain.TryFind((ushort)VfioIommuType1Capability.IovaRange, out Capability capability))
        {
            _ranges = [(0, uint.MaxValue)];
            return;
        }

        VfioIommuType1InfoCapIovaRange head = capability.Read<VfioIommuType1InfoCapIovaRange>();
        _ranges = [.. capability.Tail<VfioIovaRange>(16, (int)head.Count).ToArray().Select(range => (range.Start, range.End)).OrderBy(range => range.Start)];
        _next = _ranges[0].Start;
    }

    public ulong Take(ulong size)
    {
        foreach ((ulong start, ulong end) in _ranges)
        {
            ulong candidate = Math.Max(start, _next);
            if (candidate <= end && end - candidate >= size - 1)
            {
                _next = candidate + size;
                return candidate;
            }
        }

        throw new InvalidOperationException("the I/O address space is full");
    }
}

//// Dispatch over capabilities by handlers
using System.Collections.Generic;
using IoctlSharp.Vfio;

internal static class CapabilityVisitor
{
    private delegate void Handler(in Capability capability, List<string> lines);

    private static readonly Dictionary<VfioIommuType1Capability, Handler> s_handlers = new()
    {
        [VfioIommuType1Capability.DmaAvailable] = static (in Capability c, List<string> lines) => lines.Add($"{c.Read<VfioIommuType1InfoDmaAvail>().Available} left"),
        [VfioIommuType1Capability.Migration] = static (in Capability c, List<string> lines) => lines.Add($"bitmaps of {c.Read<VfioIommuType1InfoCapMigration>().MaxDirtyBitmapSize} bytes"),
    };

    public static List<string> Describe(VfioContainer container)
    {
        List<string> lines = [];
        foreach (Capability capability in container.GetType1Info().Capabilities)
        {
            if (s_handlers.TryGetValue((VfioIommuType1Capability)capability.Id, out Handler? handler))
                handler(capability, lines);
            else
                lines.Add(capability.ToString());
        }

        return lines;
    }
}

//// A generic reader of device capabilities
using IoctlSharp.Vfio;

internal static class DeviceCapabilities
{
    public static T? Find<T>(VfioDevice device, VfioDeviceCapability id, ushort version = 1)
        where T : unmanaged
        => device.GetInfo().Capabilities.TryFind((ushort)id, out Capability capability, version) ? capability.Read<T>() : null;

    public static VfioPciAtomicFlags Atomics(VfioDevice device)
        => Find<VfioDeviceInfoCapPciAtomicComp>(device, VfioDeviceCapability.PciAtomicCompletion)?.Flags ?? 0;
}

//// Kind of a device by its flags
using System.IO;
using IoctlSharp.Vfio;

internal static class Kinds
{
    public static string Of(VfioDevice device)
    {
        VfioDeviceFlags flags = device.GetInfo().Value.Flags;
        if (flags.HasFlag(VfioDeviceFlags.Pci))
            return VfioDeviceApi.Pci;
        if (flags.HasFlag(VfioDeviceFlags.Platform))
            return flags.HasFlag(VfioDeviceFlags.Amba) ? VfioDeviceApi.Amba : VfioDeviceApi.Platform;
        return flags.HasFlag(VfioDeviceFlags.Ccw) ? VfioDeviceApi.Ccw : throw new InvalidDataException($"unknown: {flags}");
    }
}

//// Reset when the device can and log when it cannot
using IoctlSharp.Vfio;

internal static class Resetting
{
    public static bool Reset(VfioDevice device, Action<string>? log = null)
    {
        KernelBuffer<VfioDeviceInfo> info = device.GetInfo();
        if ((info.Value.Flags & VfioDeviceFlags.Reset) == 0)
        {
            log?.Invoke("no function level reset");
            return false;
        }

        Errno error = device.TryReset();
        if (error is Errno.None)
            return true;
        log?.Invoke($"reset failed: {error}");
        return false;
    }
}

//// All regions of a device with TryGet
using System.Collections.Generic;
using IoctlSharp.Vfio;

internal readonly record struct RegionSummary(uint Index, ulong Size, ulong Offset, VfioRegionFlags Flags)
{
    public static IEnumerable<RegionSummary> All(VfioDevice device)
    {
        uint count = device.GetInfo().Value.RegionCount;
        for (uint index = 0; index < count; index++)
        {
            if (device.TryGetRegionInfo(index, out KernelBuffer<VfioRegionInfo> answer) != Errno.None)
                continue;
            VfioRegionInfo region = answer.Value;
            if (region.Size > 0)
                yield return new RegionSummary(index, region.Size, region.Offset, region.Flags);
        }
    }
}

//// Which areas of a region may be mapped
using System.Collections.Generic;
using IoctlSharp.Vfio;

internal static class SparseAreas
{
    public static IReadOnlyList<VfioRegionSparseMmapArea> Of(VfioDevice device, VfioPciRegion index)
    {
        KernelBuffer<VfioRegionInfo> region = device.GetRegionInfo((uint)index);
        if ((region.Value.Flags & VfioRegionFlags.Mmap) == 0)
            return [];
        if ((region.Value.Flags & VfioRegionFlags.Capabilities) != 0
            && region.Capabilities.TryFind((ushort)VfioRegionCapability.SparseMmap, out Capability sparse))
        {
            int count = (int)sparse.Read<VfioRegionInfoCapSparseMmap>().Count;
            return sparse.Tail<VfioRegionSparseMmapArea>(Unsafe.SizeOf<VfioRegionInfoCapSparseMmap>(), count).ToArray();
        }

        return [new VfioRegionSparseMmapArea { Offset = 0, Size = region.Value.Size }];
    }
}

//// Find a region by its type
using IoctlSharp.Vfio;

internal static class TypedRegions
{
    public static uint? Find(VfioDevice device, VfioRegionType type, uint subtype)
    {
        uint count = device.GetInfo().Value.RegionCount;
        for (uint index = (uint)VfioIndexCount.PciRegions; index < count; ++index)
        {
            foreach (Capability capability in device.GetRegionInfo(index).Capabilities)
            {
                if (capability.Id == (ushort)VfioRegionCapability.Type
                    && capability.Read<VfioRegionInfoCapType>() is var found
                    && found.Type == (uint)type && found.Subtype == subtype)
                    return index;
            }
        }

        return null;
    }
}

//// Intel operation region by vendor type
using IoctlSharp.Vfio;

internal static class IntelRegions
{
    private const uint IntelType = (uint)VfioRegionType.PciVendor | 0x8086;

    public static bool IsOpRegion(in KernelBuffer<VfioRegionInfo> region)
        => region.Capabilities.TryFind((ushort)VfioRegionCapability.Type, out Capability capability)
            && capability.Read<VfioRegionInfoCapType>() is { Type: IntelType, Subtype: (uint)VfioIntelRegionSubtype.OpRegion };
}

//// Devices that a hot reset would affect
using System.Linq;
using IoctlSharp.Vfio;

internal static class HotReset
{
    public static string[] Affected(VfioDevice device)
    {
        KernelBuffer<VfioPciHotResetInfo> info = device.GetPciHotResetInfo();
        bool byId = (info.Value.Flags & VfioPciHotResetFlags.DeviceIds) != 0;
        return info.Tail<VfioPciDependentDevice>(checked((int)info.Value.Count))
            .ToArray()
            .Select(dependent => $"{dependent.Segment:x4}:{dependent.Bus:x2}:{dependent.DeviceFunction >> 3:x2}.{dependent.DeviceFunction & 7}" + (byId ? "" : $" of group {dependent.GroupId}"))
            .ToArray();
    }
}
