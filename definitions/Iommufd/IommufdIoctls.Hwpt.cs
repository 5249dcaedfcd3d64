using System;

namespace IoctlSharp.Iommu;

/// <content>Hardware page tables.</content>
public static partial class IommufdIoctls
{
    /// <summary>Makes a hardware page table with the mappings of an address space.</summary>
    [Ioctl(IoctlMacro.IO, 9, Name = "IOMMU_HWPT_ALLOC")]
    [FailsWith(Errno.EOPNOTSUPP, "the IOMMU of the device cannot do what the flags ask for")]
    [FailsWith(Errno.EINVAL, "the parent is not there, or not one that such a page table can be built on")]
    [FailsWith(Errno.ENOENT, "the iommufd has no device, or no queue of page faults, of that id")]
    [FailsWith(Errno.EADDRINUSE, "memory is mapped where the device cannot have any: see GetIovaRanges")]
    [return: Field(nameof(IommuHwptAlloc.OutHwptId))]
    public static partial HwptId AllocateHwpt(this Iommufd iommufd, in IommuHwptAlloc hwpt);

    /// <summary>Makes a nested hardware page table from a guest's.</summary>
    /// <param name="iommufd">The iommufd.</param>
    /// <param name="hwpt">The page table; its parent was made with <see cref="IommuHwptAllocFlags.NestParent"/>.</param>
    /// <param name="data">The bytes of what <see cref="IommuHwptAlloc.DataType"/> says, where no other overload knows its struct.</param>
    [Ioctl(IoctlMacro.IO, 9, Name = "IOMMU_HWPT_ALLOC")]
    [FailsWith(Errno.EOPNOTSUPP, "the IOMMU of the device has no nested page tables of that type, or not with these flags")]
    [FailsWith(Errno.EINVAL, "the parent is not there, or was not made with NestParent for this device's IOMMU, or the data is not of that type")]
    [FailsWith(Errno.ENOENT, "the iommufd has no device, or no queue of page faults, of that id")]
    [FailsWith(Errno.EIO, "the stream table entry has a field that a guest may not set")]
    [return: Field(nameof(IommuHwptAlloc.OutHwptId))]
    public static partial HwptId AllocateHwpt(
        this Iommufd iommufd,
        in IommuHwptAlloc hwpt,
        [Field(nameof(IommuHwptAlloc.DataUptr), Length = nameof(IommuHwptAlloc.DataLen))] ReadOnlySpan<byte> data);

    /// <summary>Makes a nested hardware page table from a guest's first-stage page table of an Intel VT-d IOMMU.</summary>
    /// <param name="iommufd">The iommufd.</param>
    /// <param name="hwpt">The page table; its parent was made with <see cref="IommuHwptAllocFlags.NestParent"/>. The call sets its data type.</param>
    /// <param name="data">The guest's page table.</param>
    [Ioctl(IoctlMacro.IO, 9, Name = "IOMMU_HWPT_ALLOC"), Preset(nameof(IommuHwptAlloc.DataType), IommuHwptDataType.VtdS1)]
    [return: Field(nameof(IommuHwptAlloc.OutHwptId))]
    public static partial HwptId AllocateHwpt(
        this Iommufd iommufd,
        in IommuHwptAlloc hwpt,
        [Field(nameof(IommuHwptAlloc.DataUptr), ByteLength = nameof(IommuHwptAlloc.DataLen))] in IommuHwptVtdS1 data);

    /// <summary>Makes a nested hardware page table from a guest's stream table entry of an Arm SMMUv3.</summary>
    /// <param name="iommufd">The iommufd.</param>
    /// <param name="hwpt">The page table; its parent is a vIOMMU. The call sets its data type.</param>
    /// <param name="data">The guest's entry.</param>
    [Ioctl(IoctlMacro.IO, 9, Name = "IOMMU_HWPT_ALLOC"), Preset(nameof(IommuHwptAlloc.DataType), IommuHwptDataType.ArmSmmuv3)]
    [return: Field(nameof(IommuHwptAlloc.OutHwptId))]
    [Since("7.2")]
    public static partial HwptId AllocateHwpt(
        this Iommufd iommufd,
        in IommuHwptAlloc hwpt,
        [Field(nameof(IommuHwptAlloc.DataUptr), ByteLength = nameof(IommuHwptAlloc.DataLen))] in IommuHwptArmSmmuv3 data);

    /// <summary>Makes a nested hardware page table from a guest's device table entry of an AMD IOMMU.</summary>
    /// <param name="iommufd">The iommufd.</param>
    /// <param name="hwpt">The page table; its parent was made with <see cref="IommuHwptAllocFlags.NestParent"/>. The call sets its data type.</param>
    /// <param name="data">The guest's entry.</param>
    [Ioctl(IoctlMacro.IO, 9, Name = "IOMMU_HWPT_ALLOC"), Preset(nameof(IommuHwptAlloc.DataType), IommuHwptDataType.AmdGuest)]
    [return: Field(nameof(IommuHwptAlloc.OutHwptId))]
    [Since("7.2")]
    public static partial HwptId AllocateHwpt(
        this Iommufd iommufd,
        in IommuHwptAlloc hwpt,
        [Field(nameof(IommuHwptAlloc.DataUptr), ByteLength = nameof(IommuHwptAlloc.DataLen))] in IommuHwptAmdGuest data);

    /// <summary>The IOMMU behind a device.</summary>
    [Ioctl(IoctlMacro.IO, 10, Name = "IOMMU_GET_HW_INFO"), AskAgain(Count = nameof(IommuHwInfo.DataLen), Array = nameof(IommuHwInfo.DataUptr))]
    [FailsWith(Errno.ENOENT, "the iommufd has no device of that id")]
    public static partial KernelBuffer<IommuHwInfo> GetHwInfo(this Iommufd iommufd, [Field(nameof(IommuHwInfo.DevId))] DeviceId device);

    /// <summary>A certain kind of information about the IOMMU behind a device.</summary>
    [Ioctl(IoctlMacro.IO, 10, Name = "IOMMU_GET_HW_INFO"), AskAgain(Count = nameof(IommuHwInfo.DataLen), Array = nameof(IommuHwInfo.DataUptr))]
    [Preset(nameof(IommuHwInfo.Flags), IommuHwInfoFlags.InputType)]
    [FailsWith(Errno.EOPNOTSUPP, "the IOMMU has no such information")]
    [FailsWith(Errno.ENOENT, "the iommufd has no device of that id")]
    [Since("7.2")]
    public static partial KernelBuffer<IommuHwInfo> GetHwInfo(
        this Iommufd iommufd,
        [Field(nameof(IommuHwInfo.DevId))] DeviceId device,
        [Field(nameof(IommuHwInfo.OutDataType))] IommuHwInfoType type);

    /// <summary>Starts or stops the tracking of a page table's dirty pages.</summary>
    [Ioctl(IoctlMacro.IO, 11, Name = "IOMMU_HWPT_SET_DIRTY_TRACKING", Argument = typeof(IommuHwptSetDirtyTracking))]
    [FailsWith(Errno.EOPNOTSUPP, "the page table was not made with DirtyTracking")]
    [FailsWith(Errno.ENOENT, "the iommufd has no page table of that id")]
    public static partial void SetDirtyTracking(
        this Iommufd iommufd,
        [Field(nameof(IommuHwptSetDirtyTracking.HwptId))] HwptId hwpt,
        [Field(nameof(IommuHwptSetDirtyTracking.Flags))] IommuHwptDirtyTrackingFlags flags);

    /// <summary>Reports the dirty pages of a range. Bits are set, and none is cleared.</summary>
    /// <param name="iommufd">The iommufd.</param>
    /// <param name="hwpt">The page table; it was made with <see cref="IommuHwptAllocFlags.DirtyTracking"/>.</param>
    /// <param name="iova">The first I/O address.</param>
    /// <param name="length">The size in bytes.</param>
    /// <param name="pageSize">The bytes that a bit stands for; a power of two.</param>
    /// <param name="bitmap">A bit for each page, the first page the lowest bit of the first word.</param>
    /// <param name="flags">How.</param>
    /// <exception cref="ArgumentException">The bitmap has fewer bits than the range has pages: the kernel would write behind it.</exception>
    /// <exception cref="IoctlException">The pages cannot be reported.</exception>
    [Ioctl(IoctlMacro.IO, 12, Name = "IOMMU_HWPT_GET_DIRTY_BITMAP", Argument = typeof(IommuHwptGetDirtyBitmap))]
    [FailsWith(Errno.EOPNOTSUPP, "the page table was not made with DirtyTracking")]
    [FailsWith(Errno.EINVAL, "the range is not a multiple of the page size, or of the address space's alignment")]
    [FailsWith(Errno.EOVERFLOW, "the range goes beyond the last address")]
    [FailsWith(Errno.ENOENT, "the iommufd has no page table of that id")]
    public static partial void GetDirtyBitmap(
        this Iommufd iommufd,
        [Field(nameof(IommuHwptGetDirtyBitmap.HwptId))] HwptId hwpt,
        [Field(nameof(IommuHwptGetDirtyBitmap.Iova))] ulong iova,
        [Field(nameof(IommuHwptGetDirtyBitmap.Length))] ulong length,
        [Field(nameof(IommuHwptGetDirtyBitmap.PageSize))] ulong pageSize,
        [Field(nameof(IommuHwptGetDirtyBitmap.Data)), BitPerPage(nameof(length), nameof(pageSize))] Span<ulong> bitmap,
        [Field(nameof(IommuHwptGetDirtyBitmap.Flags))] IommuHwptGetDirtyBitmapFlags flags = 0);

    /// <summary>Invalidates what an Intel VT-d IOMMU caches of a nested page table. The result is how many invalidations were done.</summary>
    [Ioctl(IoctlMacro.IO, 13, Name = "IOMMU_HWPT_INVALIDATE", Argument = typeof(IommuHwptInvalidate))]
    [Preset(nameof(IommuHwptInvalidate.DataType), IommuHwptInvalidateDataType.VtdS1)]
    [FailsWith(Errno.EINVAL, "the page table is not nested, or not of that type, or an address is not a multiple of 4 KiB, or comes with all pages and is not 0")]
    [FailsWith(Errno.EOPNOTSUPP, "an invalidation has a flag that the kernel does not know")]
    [FailsWith(Errno.ENOENT, "the iommufd has no page table of that id")]
    [return: Field(nameof(IommuHwptInvalidate.EntryNum))]
    public static partial uint Invalidate(
        this Iommufd iommufd,
        [Field(nameof(IommuHwptInvalidate.HwptId))] PageTableId hwpt,
        [Field(nameof(IommuHwptInvalidate.DataUptr), Length = nameof(IommuHwptInvalidate.EntryNum), ElementSize = nameof(IommuHwptInvalidate.EntryLen))]
        ReadOnlySpan<IommuHwptVtdS1Invalidate> entries);

    /// <summary>As <see cref="Invalidate(Iommufd, PageTableId, ReadOnlySpan{IommuHwptVtdS1Invalidate})"/>, and never throws.</summary>
    /// <param name="iommufd">The iommufd.</param>
    /// <param name="hwpt">The nested page table.</param>
    /// <param name="entries">The invalidations.</param>
    /// <param name="done">How many were done: after an error those before the one that failed.</param>
    [Ioctl(IoctlMacro.IO, 13, Name = "IOMMU_HWPT_INVALIDATE", Argument = typeof(IommuHwptInvalidate))]
    [Preset(nameof(IommuHwptInvalidate.DataType), IommuHwptInvalidateDataType.VtdS1)]
    public static partial Errno TryInvalidate(
        this Iommufd iommufd,
        [Field(nameof(IommuHwptInvalidate.HwptId))] PageTableId hwpt,
        [Field(nameof(IommuHwptInvalidate.DataUptr), Length = nameof(IommuHwptInvalidate.EntryNum), ElementSize = nameof(IommuHwptInvalidate.EntryLen))]
        ReadOnlySpan<IommuHwptVtdS1Invalidate> entries,
        [Field(nameof(IommuHwptInvalidate.EntryNum))] out uint done);

    /// <summary>Has an Arm SMMUv3 do commands of a guest. The result is how many were done.</summary>
    [Ioctl(IoctlMacro.IO, 13, Name = "IOMMU_HWPT_INVALIDATE", Argument = typeof(IommuHwptInvalidate))]
    [Preset(nameof(IommuHwptInvalidate.DataType), IommuHwptInvalidateDataType.ArmSmmuv3)]
    [FailsWith(Errno.EINVAL, "the object is no vIOMMU of that type")]
    [FailsWith(Errno.EIO, "a command is not one that a guest may give")]
    [FailsWith(Errno.ENOENT, "the iommufd has no vIOMMU of that id")]
    [return: Field(nameof(IommuHwptInvalidate.EntryNum))]
    [Since("7.2")]
    public static partial uint Invalidate(
        this Iommufd iommufd,
        [Field(nameof(IommuHwptInvalidate.HwptId))] PageTableId viommu,
        [Field(nameof(IommuHwptInvalidate.DataUptr), Length = nameof(IommuHwptInvalidate.EntryNum), ElementSize = nameof(IommuHwptInvalidate.EntryLen))]
        ReadOnlySpan<IommuViommuArmSmmuv3Invalidate> commands);

    /// <summary>As <see cref="Invalidate(Iommufd, PageTableId, ReadOnlySpan{IommuViommuArmSmmuv3Invalidate})"/>, and never throws.</summary>
    /// <param name="iommufd">The iommufd.</param>
    /// <param name="viommu">The vIOMMU.</param>
    /// <param name="commands">The commands.</param>
    /// <param name="done">How many were done: after an error those before the one that failed.</param>
    [Ioctl(IoctlMacro.IO, 13, Name = "IOMMU_HWPT_INVALIDATE", Argument = typeof(IommuHwptInvalidate))]
    [Preset(nameof(IommuHwptInvalidate.DataType), IommuHwptInvalidateDataType.ArmSmmuv3)]
    [Since("7.2")]
    public static partial Errno TryInvalidate(
        this Iommufd iommufd,
        [Field(nameof(IommuHwptInvalidate.HwptId))] PageTableId viommu,
        [Field(nameof(IommuHwptInvalidate.DataUptr), Length = nameof(IommuHwptInvalidate.EntryNum), ElementSize = nameof(IommuHwptInvalidate.EntryLen))]
        ReadOnlySpan<IommuViommuArmSmmuv3Invalidate> commands,
        [Field(nameof(IommuHwptInvalidate.EntryNum))] out uint done);
}
