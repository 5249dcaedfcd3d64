using System;

namespace IoctlSharp.Iommu.Tests;

/// <summary>Commands of iommufd declared once more, with a size field and flags that are the test's to lie about.</summary>
[IoctlGroup(';', Base = 0x80, Header = "linux/iommufd.h")]
public static partial class RawIoctls
{
    [Ioctl(IoctlMacro.IO, 0, Name = "IOMMU_DESTROY")]
    public static partial Errno TryDestroy(this Iommufd iommufd, in RawDestroy destroy);

    [Ioctl(IoctlMacro.IO, 1, Name = "IOMMU_IOAS_ALLOC")]
    public static partial Errno TryAllocateIoas(this Iommufd iommufd, ref RawIoasAlloc alloc);

    [Ioctl(IoctlMacro.IO, 4, Name = "IOMMU_IOAS_IOVA_RANGES")]
    public static partial Errno TryGetIovaRanges(this Iommufd iommufd, ref RawIovaRanges ranges, [Field(nameof(RawIovaRanges.AllowedIovas))] Span<IommuIovaRange> into);

    [Ioctl(IoctlMacro.IO, 5, Name = "IOMMU_IOAS_MAP")]
    public static partial Errno TryMapMemory(this Iommufd iommufd, ref RawIoasMap map);

    [Ioctl(IoctlMacro.IO, 7, Name = "IOMMU_OPTION")]
    public static partial Errno TryOption(this Iommufd iommufd, ref RawOption option);

    [Ioctl(IoctlMacro.IO, 9, Name = "IOMMU_HWPT_ALLOC")]
    public static partial Errno TryAllocateHwpt(this Iommufd iommufd, ref RawHwptAlloc hwpt);

    [Ioctl(IoctlMacro.IO, 10, Name = "IOMMU_GET_HW_INFO")]
    public static partial Errno TryGetHwInfo(this Iommufd iommufd, ref RawHwInfo info, [Field(nameof(RawHwInfo.DataUptr))] Span<byte> into);

    /// <summary>A number of a kernel to come.</summary>
    [Ioctl(IoctlMacro.IO, 0x60, Name = "IOMMU_FROM_THE_FUTURE")]
    public static partial Errno TryFromTheFuture(this Iommufd iommufd, in RawDestroy nothing);
}
