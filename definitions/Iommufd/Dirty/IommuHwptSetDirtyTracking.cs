namespace IoctlSharp.Iommu;

/// <summary>Whether a page table's dirty pages are tracked.</summary>
[KernelStruct("iommu_hwpt_set_dirty_tracking", Header = "linux/iommufd.h")]
[Since("6.12")]
public partial struct IommuHwptSetDirtyTracking
{
    [ArgSize] private uint _size;

    /// <summary>Whether they are.</summary>
    public IommuHwptDirtyTrackingFlags Flags;

    /// <summary>The page table.</summary>
    [NonZero] public HwptId HwptId;

    [Reserved, CName("__reserved")] private uint _reserved;
}
