namespace IoctlSharp.Iommu;

/// <summary>Where to report dirty pages.</summary>
[KernelStruct("iommu_hwpt_get_dirty_bitmap", Header = "linux/iommufd.h")]
[Since("6.12")]
public partial struct IommuHwptGetDirtyBitmap
{
    [ArgSize] private uint _size;

    /// <summary>The page table.</summary>
    public HwptId HwptId;

    /// <summary>How.</summary>
    public IommuHwptGetDirtyBitmapFlags Flags;

    [Reserved, CName("__reserved")] private uint _reserved;

    /// <summary>The first I/O address.</summary>
    [Aligned(8)] public ulong Iova;

    /// <summary>The size in bytes.</summary>
    [Aligned(8)] public ulong Length;

    /// <summary>The bytes that a bit stands for.</summary>
    [Aligned(8), PowerOfTwo, NonZero] public ulong PageSize;

    /// <summary>The address of the bitmap.</summary>
    [Aligned(8), CallMemory] public UserPointer Data;
}
