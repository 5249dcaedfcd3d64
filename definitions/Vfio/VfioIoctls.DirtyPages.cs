using System;

namespace IoctlSharp.Vfio;

/// <content>Dirty pages of type1 IOMMUs: on containers. Not on an iommufd, which tracks them by page table.</content>
public static partial class VfioIoctls
{
    /// <summary>Starts the tracking of pages that devices write.</summary>
    [Ioctl(IoctlMacro.IO, 17, Name = "VFIO_IOMMU_DIRTY_PAGES", Argument = typeof(VfioIommuType1DirtyBitmap), SharesNumber = true)]
    [Preset(nameof(VfioIommuType1DirtyBitmap.Flags), VfioDirtyPagesFlags.Start)]
    [FailsWith(Errno.EACCES, "only type1 version 2 tracks dirty pages")]
    [FailsWith(Errno.ENOTTY, "a container over an iommufd has no dirty pages: its hardware page tables track them (SetDirtyTracking on the iommufd)")]
    [FailsWith(Errno.ENOMEM, "there is no memory for the bitmaps")]
    [After(nameof(SetIommu), VfioExtension.Type1v2Iommu)]
    public static partial void StartDirtyPages(this VfioContainer container);

    /// <summary>Stops the tracking of dirty pages.</summary>
    [Ioctl(IoctlMacro.IO, 17, Name = "VFIO_IOMMU_DIRTY_PAGES", Argument = typeof(VfioIommuType1DirtyBitmap), SharesNumber = true)]
    [Preset(nameof(VfioIommuType1DirtyBitmap.Flags), VfioDirtyPagesFlags.Stop)]
    [FailsWith(Errno.EACCES, "only type1 version 2 tracks dirty pages")]
    [FailsWith(Errno.ENOTTY, "a container over an iommufd has no dirty pages: its hardware page tables track them (SetDirtyTracking on the iommufd)")]
    [After(nameof(SetIommu), VfioExtension.Type1v2Iommu)]
    public static partial void StopDirtyPages(this VfioContainer container);

    /// <summary>Reports the pages of a range that devices wrote, and begins anew with them. The kernel sets bits, and clears none.</summary>
    /// <param name="container">The container; dirty pages are tracked.</param>
    /// <param name="iova">The first I/O address.</param>
    /// <param name="size">The size in bytes.</param>
    /// <param name="pageSize">The bytes that a bit stands for: the IOMMU's smallest page size.</param>
    /// <param name="bitmap">A bit for each page, the first page the lowest bit of the first word; clear before the call.</param>
    /// <exception cref="ArgumentException">The bitmap has fewer bits than the range has pages.</exception>
    /// <exception cref="IoctlException">The kernel refused.</exception>
    [Ioctl(IoctlMacro.IO, 17, Name = "VFIO_IOMMU_DIRTY_PAGES", Argument = typeof(VfioIommuType1DirtyBitmap), Tail = typeof(VfioIommuType1DirtyBitmapGet), SharesNumber = true)]
    [Preset(nameof(VfioIommuType1DirtyBitmap.Flags), VfioDirtyPagesFlags.GetBitmap)]
    [FailsWith(Errno.EACCES, "only type1 version 2 tracks dirty pages")]
    [FailsWith(Errno.ENOTTY, "a container over an iommufd has no dirty pages: its hardware page tables track them (SetDirtyTracking on the iommufd)")]
    [FailsWith(Errno.EINVAL, "dirty pages are not tracked, or the range is not a multiple of the IOMMU's smallest page size, or that is not the page size asked for")]
    [FailsWith(Errno.ENOENT, "nothing is mapped there")]
    [After(nameof(StartDirtyPages))]
    public static partial void GetDirtyPages(
        this VfioContainer container,
        [Field(nameof(VfioIommuType1DirtyBitmapGet.Iova))] ulong iova,
        [Field(nameof(VfioIommuType1DirtyBitmapGet.Size))] ulong size,
        [Field(nameof(VfioIommuType1DirtyBitmapGet.Bitmap) + "." + nameof(VfioBitmap.PageSize))] ulong pageSize,
        [Field(nameof(VfioIommuType1DirtyBitmapGet.Bitmap) + "." + nameof(VfioBitmap.Data), ByteLength = nameof(VfioIommuType1DirtyBitmapGet.Bitmap) + "." + nameof(VfioBitmap.Size))]
        [BitPerPage(nameof(size), nameof(pageSize))] Span<ulong> bitmap);

    /// <summary>Unmaps, and reports which of the pages devices wrote. The result is the size in bytes that was really unmapped.</summary>
    /// <param name="container">The container; dirty pages are tracked.</param>
    /// <param name="iova">The first I/O address.</param>
    /// <param name="size">The size in bytes.</param>
    /// <param name="pageSize">The bytes that a bit stands for: the IOMMU's smallest page size.</param>
    /// <param name="bitmap">A bit for each page, the first page the lowest bit of the first word; clear before the call.</param>
    /// <exception cref="ArgumentException">The bitmap has fewer bits than the range has pages.</exception>
    /// <exception cref="IoctlException">The kernel refused.</exception>
    [Ioctl(IoctlMacro.IO, 14, Name = "VFIO_IOMMU_UNMAP_DMA", Argument = typeof(VfioIommuType1DmaUnmap), Tail = typeof(VfioBitmap))]
    [Preset(nameof(VfioIommuType1DmaUnmap.Flags), VfioDmaUnmapFlags.GetDirtyBitmap)]
    [FailsWith(Errno.EINVAL, "the range is not exactly one mapping, or the page size is not the IOMMU's smallest, or dirty pages are not tracked, which over an iommufd they never are")]
    [return: Field(nameof(VfioIommuType1DmaUnmap.Size), Of = typeof(VfioIommuType1DmaUnmap))]
    [After(nameof(StartDirtyPages))]
    public static partial ulong UnmapDmaAndGetDirtyPages(
        this VfioContainer container,
        [Field(nameof(VfioIommuType1DmaUnmap.Iova))] ulong iova,
        [Field(nameof(VfioIommuType1DmaUnmap.Size), Of = typeof(VfioIommuType1DmaUnmap))] ulong size,
        [Field(nameof(VfioBitmap.PageSize))] ulong pageSize,
        [Field(nameof(VfioBitmap.Data), ByteLength = nameof(VfioBitmap.Size)), BitPerPage(nameof(size), nameof(pageSize))] Span<ulong> bitmap);
}
