//// Flags chosen by configuration
using IoctlSharp.Vfio;

internal sealed record MappingOptions(bool DeviceReads, bool DeviceWrites)
{
    public VfioDmaMapFlags Flags
    {
        get
        {
            VfioDmaMapFlags flags = default;
            if (DeviceReads)
                flags |= VfioDmaMapFlags.Read;
            if (DeviceWrites)
                flags |= VfioDmaMapFlags.Write;
            return flags != default ? flags : throw new InvalidOperationException("neither reads nor writes");
        }
    }

    public void Apply(VfioContainer container, DmaBuffer buffer, ulong iova)
        => container.MapDma(new VfioIommuType1DmaMap { Flags = Flags, Vaddr = buffer.Address, Iova = iova, Size = buffer.Size });
}

//// Tests of several bits
using IoctlSharp.Vfio;

internal static class RegionTests
{
    private const VfioRegionFlags ReadWrite = VfioRegionFlags.Read | VfioRegionFlags.Write;

    public static bool IsWritable(in VfioRegionInfo region) => region.Flags.HasFlag(VfioRegionFlags.Write);

    public static bool IsBoth(in VfioRegionInfo region) => (region.Flags & ReadWrite) == ReadWrite;

    public static bool IsReadOnly(in VfioRegionInfo region) => (region.Flags & ReadWrite) == VfioRegionFlags.Read;

    public static bool IsAbsent(in VfioRegionInfo region) => region.Flags == 0 || region.Size == 0;
}

//// Access from flags by switch
using System.IO;
using IoctlSharp.Vfio;

internal static class AccessOf
{
    public static FileAccess Region(VfioRegionInfo region) => (region.Flags & (VfioRegionFlags.Read | VfioRegionFlags.Write)) switch
    {
        VfioRegionFlags.Read => FileAccess.Read,
        VfioRegionFlags.Write => FileAccess.Write,
        VfioRegionFlags.Read | VfioRegionFlags.Write => FileAccess.ReadWrite,
        _ => throw new InvalidDataException($"region {region.Index} has no access"),
    };
}

//// The kind of a device by its bits
using System.Collections.Generic;
using System.Linq;
using IoctlSharp.Vfio;

internal static class Kinds
{
    private static readonly Dictionary<VfioDeviceFlags, string> s_names = new()
    {
        [VfioDeviceFlags.Pci] = "PCI",
        [VfioDeviceFlags.Platform] = "platform",
        [VfioDeviceFlags.Ccw] = "CCW",
        [VfioDeviceFlags.Ap] = "AP",
    };

    public static string Of(VfioDevice device)
    {
        VfioDeviceFlags flags = device.GetInfo().Value.Flags;
        return s_names.FirstOrDefault(pair => (flags & pair.Key) == pair.Key).Value ?? "unknown";
    }
}

//// The change of a state is seen
using IoctlSharp.Vfio;

internal sealed class StateWatch
{
    private VfioGroupFlags? _last;

    public event Action<VfioGroupFlags, VfioGroupFlags>? Changed;

    public void Look(VfioGroup group)
    {
        VfioGroupFlags now = group.GetStatus().Flags;
        if (_last is { } before && before != now)
            Changed?.Invoke(now & ~before, before & ~now);
        _last = now;
    }
}

//// Plain enums are compared
using IoctlSharp.Iommu;

internal static class HardwareKind
{
    public static bool IsIntel(Iommufd iommufd, DeviceId device) => iommufd.GetHwInfo(device).Value.OutDataType == IommuHwInfoType.IntelVtd;

    public static string Name(IommuHwInfoType type) => type switch
    {
        IommuHwInfoType.None => "unknown",
        IommuHwInfoType.IntelVtd => "VT-d",
        IommuHwInfoType.ArmSmmuv3 => "SMMU",
        _ => type.ToString(),
    };
}

//// Bits out of a loop
using System.Collections.Generic;

internal static class Bits
{
    public static IEnumerable<int> Set(Bit flags)
    {
        for (int i = 0; i < 32; i++)
        {
            if (((uint)flags >> i & 1) != 0)
                yield return i;
        }
    }

    public static Bit Merge(params ReadOnlySpan<Bit> all)
    {
        Bit merged = Bit.None;
        foreach (Bit one in all)
            merged |= one;
        return merged;
    }

    public static Bit Toggle(this Bit flags, Bit which, bool on) => on ? flags | which : flags & ~which;
}

//// An address in two halves
internal static class Halves
{
    public static void Program(MappedRegion bar, DmaMapping mapping)
    {
        bar.Write32(0x28, unchecked((uint)mapping.Iova));
        bar.Write32(0x2c, (uint)(mapping.Iova >> 32));
        bar.Write32(0x30, checked((uint)mapping.Size));
    }

    public static ulong Join(uint low, uint high) => (ulong)high << 32 | low;
}

//// Casts behind a check
using System.IO;
using IoctlSharp.Vfio;

internal static class CheckedSizes
{
    public static byte[] ReadAll(VfioDevice device, uint index)
    {
        VfioRegionInfo region = device.GetRegionInfo(index).Value;
        if (region.Size > 1 << 20)
            throw new InvalidDataException($"{region.Size} bytes are too many");
        byte[] bytes = new byte[checked((int)region.Size)];
        device.ReadExactly(bytes, region.Offset);
        return bytes;
    }

    public static bool TrySize(in VfioRegionInfo region, out int size)
    {
        size = region.Size <= int.MaxValue ? checked((int)region.Size) : -1;
        return size >= 0;
    }
}

//// Percentages and units for a log
using System.Globalization;
using IoctlSharp.Vfio;

internal static class Units
{
    private static readonly string[] s_units = ["B", "KiB", "MiB", "GiB", "TiB"];

    public static string Of(ulong bytes)
    {
        double value = bytes;
        int unit = 0;
        for (; value >= 1024 && unit < s_units.Length - 1; unit++)
            value /= 1024;
        return string.Create(CultureInfo.InvariantCulture, $"{value:0.#} {s_units[unit]}");
    }

    public static string Line(VfioRegionInfo region) => $"{(VfioPciRegion)region.Index}: {Of(region.Size)} at 0x{region.Offset:x}";
}

//// The range of an IOAS that has room
using System.Linq;
using IoctlSharp.Iommu;

internal static class Room
{
    public static ulong? Find(Iommufd iommufd, IoasId ioas, ulong length)
    {
        KernelBuffer<IommuIoasIovaRanges> answer = iommufd.GetIovaRanges(ioas);
        IommuIovaRange[] ranges = answer.Tail<IommuIovaRange>(checked((int)answer.Value.NumIovas)).ToArray();
        return ranges
            .Where(range => range.Last - range.Start >= length - 1)
            .OrderByDescending(range => range.Start)
            .Select(range => (ulong?)range.Start)
            .FirstOrDefault();
    }
}

//// A bitmap of dirty pages is counted
using System.Numerics;
using IoctlSharp.Vfio;

internal static class Dirty
{
    public static long Count(VfioContainer container, ulong iova, ulong size, ulong page)
    {
        ulong pages = size / page;
        ulong[] bitmap = new ulong[checked((int)((pages + 63) / 64))];
        container.GetDirtyPages(iova, size, page, bitmap);
        long dirty = 0;
        foreach (ulong word in bitmap)
            dirty += BitOperations.PopCount(word);
        return dirty;
    }
}

//// Flags by text of a command line
using IoctlSharp.Vfio;

internal static class Parse
{
    public static VfioDmaMapFlags Mode(string text)
    {
        VfioDmaMapFlags flags = 0;
        foreach (char letter in text)
        {
            flags |= letter switch
            {
                'r' => VfioDmaMapFlags.Read,
                'w' => VfioDmaMapFlags.Write,
                _ => throw new FormatException($"'{letter}' is no mode"),
            };
        }

        return flags;
    }

    public static DmaMapping Map(VfioContainer container, DmaBuffer buffer, string mode) => container.Map(buffer, 0x200000, Mode(mode));
}
