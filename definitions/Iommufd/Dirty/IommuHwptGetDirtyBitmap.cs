namespace IoctlSharp.Iommu;

/// <summary>Where to report dirty pages.</summary>
[KernelStruct("iommu_hwpt_get_dirty_bitmap", Header = "linux/iommufd.h")]
[Since("6.12")]
public partial struct IommuHwptGetDirtyBitmap
{
    [ArgSize] private uint _size;

    /// <summary>The page table.</summary>
    [NonZero] public HwptId HwptId;

    /// <summary>How.</summary>
    public IommuHwptGetDirtyBitmapFlags Flags;

    [Reserved, CName("__reserved")] private uint _reserved;

    /// <summary>The first I/O address; a multiple of the page size.</summary>
    [Aligned(8), AlignedTo(nameof(PageSize))] public ulong Iova;

    /// <summary>The size in bytes; a multiple of the page size.</summary>
    [Aligned(8), AlignedTo(nameof(PageSize))] public ulong Length;

    /// <summary>The bytes that a bit stands for; a power of two.</summary>
    [Aligned(8), PowerOfTwo, NonZero] public ulong PageSize;

    /// <summary>The address of the bitmap. The kernel sets bits and clears none.</summary>
    [Aligned(8), CallMemory] public UserPointer Data;
}
