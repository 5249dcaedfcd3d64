using System;

namespace IoctlSharp.Iommu;

/// <summary>How dirty pages are reported.</summary>
[Flags]
[KernelConstants("IOMMU_HWPT_GET_DIRTY_BITMAP_", Header = "linux/iommufd.h")]
[Since("6.12")]
public enum IommuHwptGetDirtyBitmapFlags : uint
{
    /// <summary>They stay dirty: the range is unmapped next.</summary>
    NoClear = 1u << 0,
}
