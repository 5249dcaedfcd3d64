using System;

namespace IoctlSharp.Iommu;

/// <summary>Whether dirty pages are tracked.</summary>
[Flags]
[KernelConstants("IOMMU_HWPT_DIRTY_TRACKING_", Header = "linux/iommufd.h")]
[Since("6.12")]
public enum IommuHwptDirtyTrackingFlags : uint
{
    /// <summary>They are.</summary>
    Enable = 1u << 0,
}
