//// A nested page table whose data depends on the hardware
using IoctlSharp.Iommu;

internal static class NestedTables
{
    public static HwptId Allocate(Iommufd iommufd, DeviceId device, HwptId parent, IommuHwInfoType hardware, ReadOnlySpan<byte> entry)
    {
        IommuHwptAlloc table = new() { DevId = device, PtId = parent };
        if (hardware == IommuHwInfoType.IntelVtd)
            return iommufd.AllocateHwpt(table, new IommuHwptVtdS1 { AddressWidth = 48, PageTableAddress = 0x1000 });
        table.DataType = hardware == IommuHwInfoType.ArmSmmuv3 ? IommuHwptDataType.ArmSmmuv3 : IommuHwptDataType.AmdGuest;
        return iommufd.AllocateHwpt(table, entry);
    }
}

//// A parent page table, with faults where there is a queue
using IoctlSharp.Iommu;

internal static class ParentTables
{
    public static HwptId Allocate(Iommufd iommufd, DeviceId device, IoasId ioas, FaultQueueId? faults)
    {
        IommuHwptAlloc table = new() { Flags = IommuHwptAllocFlags.NestParent, DevId = device, PtId = ioas };
        if (faults is { } queue)
        {
            table.Flags = IommuHwptAllocFlags.FaultIdValid;
            table.FaultId = queue;
        }

        return iommufd.AllocateHwpt(table);
    }
}

//// A command queue in a guest's memory
using IoctlSharp.Iommu;

internal sealed class CommandQueue(Iommufd iommufd, ViommuId viommu)
{
    public HwQueueId Allocate(uint index, ulong guestAddress, int log2Entries)
    {
        ulong length = 16ul << log2Entries;
        if (guestAddress % length != 0)
            throw new ArgumentOutOfRangeException(nameof(guestAddress));
        return iommufd.AllocateHwQueue(new IommuHwQueueAlloc
        {
            ViommuId = viommu,
            Type = IommuHwQueueType.Tegra241Cmdqv,
            Index = index,
            NestingParentIova = guestAddress,
            Length = length,
        });
    }

    public HwQueueId AllocateSmallest() => iommufd.AllocateHwQueue(new IommuHwQueueAlloc { ViommuId = viommu, Type = IommuHwQueueType.Tegra241Cmdqv, Length = 32, NestingParentIova = 0x40 });
}

//// Everything of a nested page table is invalidated, or some pages
using IoctlSharp.Iommu;

internal static class Invalidations
{
    public static bool All(Iommufd iommufd, HwptId table)
        => iommufd.Invalidate(table, [new IommuHwptVtdS1Invalidate { PageCount = ulong.MaxValue }]) == 1;

    public static bool Some(Iommufd iommufd, HwptId table, ulong address, ulong pages)
    {
        Span<IommuHwptVtdS1Invalidate> one = stackalloc IommuHwptVtdS1Invalidate[1];
        one[0] = new IommuHwptVtdS1Invalidate { Address = address & ~0xffful, PageCount = pages, Flags = IommuHwptVtdS1InvalidateFlags.Leaf };
        return iommufd.Invalidate(table, one) == 1;
    }

    public static bool IsSupported(Iommufd iommufd, HwptId table) => iommufd.TryInvalidate(table, default(ReadOnlySpan<IommuHwptVtdS1Invalidate>), out uint done) == Errno.None && done == 0;
}

//// A device by its own file, bound by a helper or with a token
using IoctlSharp.Iommu;
using IoctlSharp.Vfio;

internal sealed class OpenDevice : IDisposable
{
    private readonly VfioCdev _device;

    public OpenDevice(Iommufd iommufd, string path, byte[]? token)
    {
        _device = VfioCdev.Open(path);
        Id = token is null ? _device.Bind(iommufd) : _device.Bind(iommufd, token);
    }

    public DeviceId Id { get; }

    public bool CanReset => (_device.GetInfo().Value.Flags & VfioDeviceFlags.Reset) != 0;

    public static uint Regions(Iommufd iommufd, string path)
    {
        using VfioCdev device = VfioCdev.Open(path);
        _ = device.Bind(iommufd);
        device.PciHotReset();
        return device.GetInfo().Value.RegionCount;
    }

    public void Dispose() => _device.Dispose();
}

//// Dirty pages into a rented bitmap that was cleared
using System.Buffers;
using IoctlSharp.Iommu;

internal static class DirtyPages
{
    public static int Count(Iommufd iommufd, HwptId table, ulong iova, ulong length, ulong pageSize)
    {
        int words = (int)((length / pageSize + 63) / 64);
        ulong[] bitmap = ArrayPool<ulong>.Shared.Rent(words);
        try
        {
            bitmap.AsSpan(0, words).Clear();
            iommufd.GetDirtyBitmap(table, iova, length, pageSize, bitmap.AsSpan(0, words));
            int count = 0;
            foreach (ulong word in bitmap.AsSpan(0, words))
                count += System.Numerics.BitOperations.PopCount(word);
            return count;
        }
        finally
        {
            ArrayPool<ulong>.Shared.Return(bitmap);
        }
    }
}

//// Options of an iommufd and of an address space
using IoctlSharp.Iommu;

internal static class Options
{
    public static void Account(Iommufd iommufd, bool byProcess) => iommufd.SetRlimitMode(byProcess ? 1ul : 0);

    public static void UseSmallPages(Iommufd iommufd, IoasId ioas)
    {
        iommufd.SetHugePages(ioas, 0);
        if (iommufd.GetHugePages(ioas) != 0)
            throw new InvalidOperationException();
    }
}

//// Contiguous physical memory of a device without an IOMMU
using System.Collections.Generic;
using IoctlSharp.Iommu;

internal static class Physical
{
    public static List<(ulong Address, ulong Length)> Pieces(Iommufd iommufd, IoasId ioas, ulong iova, ulong size)
    {
        List<(ulong, ulong)> pieces = [];
        for (ulong at = 0; at < size;)
        {
            ulong length = size - at;
            iommufd.GetPhysicalAddress(ioas, iova + at, ref length, out ulong address);
            pieces.Add((address, length));
            at += length;
        }

        return pieces;
    }
}
