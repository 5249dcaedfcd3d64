//// Low and high half of an address for a device
using IoctlSharp.Vfio;

internal static class Rings
{
    public static void Program(MappedRegion bar, DmaMapping ring, ulong entries)
    {
        ulong address = ring.Iova;
        bar.Write32(0x28, (uint)address);
        bar.Write32(0x2c, (uint)(address >> 32));
        bar.Write16(0x24, (ushort)(entries - 1));
        bar.Write8(0x20, (byte)((address >> 12) & 0xff));
    }

    public static uint Low(VfioIommuType1DmaMap map) => unchecked((uint)map.Iova);

    public static (uint High, uint Low) Split(VfioRegionInfo region) => ((uint)(region.Offset >> 32), (uint)region.Offset);
}

//// Narrowed after a check
using IoctlSharp.Vfio;

internal static class Narrow
{
    public static byte[] Read(VfioDevice device, VfioRegionInfo region)
    {
        if (region.Size > 1 << 20)
            throw new ArgumentOutOfRangeException(nameof(region));
        byte[] all = new byte[(int)region.Size];
        device.ReadExactly(all, region.Offset);
        return all;
    }

    public static int Pages(VfioRegionInfo region) => (int)(region.Size / (ulong)Environment.SystemPageSize);

    public static Span<byte> Part(Span<byte> bytes, VfioRegionInfo region) => bytes[..(int)Math.Min(region.Size, (ulong)bytes.Length)];

    public static int Hash(VfioIovaRange range) => (int)range.Start ^ (int)(range.Start >> 32) ^ range.End.GetHashCode();

    public static int Clamp(VfioRegionInfo region) => (int)Math.Clamp(region.Size, 0ul, 4096ul);

    public static nint Signed(VfioRegionInfo region) => checked((nint)region.Offset);

    public static int Index(ulong iova, VfioIovaRange range) => iova >= range.Start && iova - range.Start < 1 << 20 ? (int)(iova - range.Start) : -1;
}

//// Fields behind their flags, said in other ways
using IoctlSharp.Vfio;
using System.Diagnostics;

internal static class Said
{
    public static ulong ByBool(VfioIommuType1Info info)
    {
        bool knows = (info.Flags & VfioIommuInfoFlags.PageSizes) != 0;
        return knows ? info.IovaPageSizes : 0;
    }

    public static ulong ByAssert(VfioIommuType1Info info)
    {
        Debug.Assert(info.Flags.HasFlag(VfioIommuInfoFlags.PageSizes));
        return info.IovaPageSizes;
    }

    public static ulong ByThrow(VfioIommuType1Info info)
    {
        if (!info.Flags.HasFlag(VfioIommuInfoFlags.PageSizes))
            throw new NotSupportedException();
        return info.IovaPageSizes;
    }

    private static bool Has(VfioIommuType1Info info) => (info.Flags & VfioIommuInfoFlags.PageSizes) == VfioIommuInfoFlags.PageSizes;

    public static ulong ByHelper(VfioIommuType1Info info) => Has(info) ? info.IovaPageSizes : 4096;

    public static ulong ByGuard(VfioContainer container)
    {
        VfioIommuType1Info info = container.GetType1Info().Value;
        if (!Has(info))
            return 0;
        return info.IovaPageSizes & ~0xfffful;
    }

    public static ulong BySwitch(VfioIommuType1Info info)
    {
        switch (info.Flags & VfioIommuInfoFlags.PageSizes)
        {
            case VfioIommuInfoFlags.PageSizes:
                return info.IovaPageSizes;
            default:
                return 0;
        }
    }

    public static ulong ByPattern(VfioIommuType1Info info) => info switch
    {
        { Flags: var flags } when (flags & VfioIommuInfoFlags.PageSizes) is 0 => 0,
        { IovaPageSizes: var sizes } => sizes,
    };

    public static ulong ByMask(VfioIommuType1Info info) => (uint)(info.Flags & VfioIommuInfoFlags.PageSizes) * info.IovaPageSizes;

    public static bool TryGet(VfioIommuType1Info info, out ulong sizes)
    {
        sizes = info.IovaPageSizes;
        return (info.Flags & VfioIommuInfoFlags.PageSizes) != 0;
    }

    public static string Dump(VfioIommuType1Info info) => $"{info.Flags} {info.IovaPageSizes:x}";
}

//// Flags compared as a whole where that is meant
using IoctlSharp.Vfio;
using System.Collections.Generic;

internal static class Whole
{
    public static bool HasChanged(VfioRegionFlags before, VfioRegionFlags after) => before != after;

    public static bool IsReadOnly(VfioRegionInfo region) => (region.Flags & (VfioRegionFlags.Read | VfioRegionFlags.Write)) == VfioRegionFlags.Read;

    public static bool Is(VfioRegionInfo region, VfioRegionFlags all) => (region.Flags & all) == all;

    public static bool IsNothing(VfioRegionInfo region) => region.Flags == 0;

    public static int Count(IEnumerable<VfioRegionFlags> all)
    {
        HashSet<VfioRegionFlags> seen = [.. all];
        return seen.Contains(VfioRegionFlags.Read) ? 1 : seen.Count;
    }

    public static bool Wants(VfioDmaMapFlags wanted) => wanted == (VfioDmaMapFlags.Read | VfioDmaMapFlags.Write);
}

//// Pages of a device, which are four KiB on every machine
using IoctlSharp.Iommu;
using IoctlSharp.Vfio;

internal static class Nvme
{
    private const int Page = 4096;

    public static int PrpCount(ulong address, int length) => (int)((address % Page + (ulong)length + Page - 1) / Page);

    public static IommuHwptVtdS1Invalidate Invalidate(ulong address, int pages)
        => new() { Address = address & ~(ulong)(Page - 1), PageCount = (ulong)pages };

    public static void WriteList(DmaBuffer list, ulong iova, int count)
    {
        Span<ulong> entries = MemoryMarshal.Cast<byte, ulong>(list.Span);
        for (int i = 0; i < count; i++)
            entries[i] = iova + (ulong)i * Page;
    }
}

//// Sizes rounded up to what the machine maps
using IoctlSharp.Vfio;

internal static class Rounded
{
    private static ulong Up(ulong size, ulong to) => (size + to - 1) & ~(to - 1);

    public static DmaMapping Map(VfioContainer container, ulong bytes, out DmaBuffer buffer)
    {
        ulong page = (ulong)Environment.SystemPageSize;
        buffer = new DmaBuffer(Up(bytes, page));
        return container.Map(buffer, Up(0x1234_5678, page));
    }

    public static Errno TryMap(VfioContainer container, DmaBuffer buffer, ulong hint)
        => container.TryMapDma(new VfioIommuType1DmaMap
        {
            Flags = VfioDmaMapFlags.Read,
            Vaddr = buffer.Address,
            Iova = hint - hint % buffer.PageSize,
            Size = Math.Max(buffer.PageSize, buffer.Size / 2 / buffer.PageSize * buffer.PageSize),
        });

    public static void Window(VfioContainer container, int shift)
        => container.CreateWindow(new VfioIommuSpaprTceCreate { PageShift = (uint)shift, WindowSize = 1ul << (shift + 14), Levels = (uint)(shift > 16 ? 1 : 2) });
}

//// Config space has the order of the bus
using IoctlSharp.Vfio;
using System.Buffers.Binary;

internal static class Config
{
    public static (ushort Vendor, ushort Device) Ids(VfioDevice device)
    {
        VfioRegionInfo region = device.GetRegionInfo((uint)VfioPciRegion.Config).Value;
        Span<byte> bytes = stackalloc byte[4];
        device.ReadExactly(bytes, region.Offset);
        return (BinaryPrimitives.ReadUInt16LittleEndian(bytes), BinaryPrimitives.ReadUInt16LittleEndian(bytes[2..]));
    }

    public static void SetMaster(VfioDevice device, ulong config)
    {
        Span<byte> command = stackalloc byte[2];
        device.ReadExactly(command, config + 4);
        BinaryPrimitives.WriteUInt16LittleEndian(command, (ushort)(BinaryPrimitives.ReadUInt16LittleEndian(command) | 4));
        device.WriteExactly(command, config + 4);
    }

    public static byte? FindCapability(ReadOnlySpan<byte> config, byte id)
    {
        for (byte at = config[0x34], left = 48; at >= 0x40 && left > 0; at = config[at + 1], left--)
        {
            if (config[at] == id)
                return at;
        }

        return null;
    }
}

//// Descriptors in memory, polled
using System.Threading;

internal struct Descriptor
{
    public ulong Address;
    public uint Length;
    public uint Status;
}

internal sealed class Ring(DmaBuffer memory)
{
    private int _next;

    private Span<Descriptor> Entries => MemoryMarshal.Cast<byte, Descriptor>(memory.Span);

    public bool TryTake(out uint length)
    {
        ref Descriptor entry = ref Entries[_next];
        length = 0;
        if ((Volatile.Read(ref entry.Status) & 1) == 0)
            return false;
        length = entry.Length;
        Volatile.Write(ref entry.Status, 0);
        _next = (_next + 1) % Entries.Length;
        return true;
    }

    public unsafe void Ring2(uint* shadow) => Volatile.Write(ref *shadow, (uint)_next);
}

//// Reserved fields that stay zero
[KernelStruct("quota")]
public partial struct Quota
{
    public uint Limit;
    [Reserved] public uint Pad;

    public readonly bool IsClean => Pad == 0;
}

internal static class Quotas
{
    public static Quota Make(uint limit) => new() { Limit = limit, Pad = 0 };

    public static Quota Copy(in Quota other) => other with { Limit = other.Limit + 1 };

    public static void Clear(ref Quota quota)
    {
        quota.Pad = default;
        quota = default;
    }
}

//// Chain built by an emulator
using IoctlSharp.Vfio;

internal static class Emulator
{
    public static byte[] Build(ReadOnlySpan<VfioRegionSparseMmapArea> areas)
    {
        int head = Unsafe.SizeOf<VfioRegionInfoCapSparseMmap>();
        byte[] bytes = new byte[head + areas.Length * Unsafe.SizeOf<VfioRegionSparseMmapArea>()];
        VfioRegionInfoCapSparseMmap sparse = new() { Header = new VfioInfoCapHeader { Id = (ushort)VfioRegionCapability.SparseMmap, Version = 1, Next = 0 }, Count = (uint)areas.Length };
        MemoryMarshal.Write(bytes, in sparse);
        MemoryMarshal.AsBytes(areas).CopyTo(bytes.AsSpan(head));
        return bytes;
    }
}
