using System;

namespace IoctlSharp.Iommu;

/// <summary>How far an invalidation goes.</summary>
[Flags]
[KernelConstants("IOMMU_VTD_INV_FLAGS_", Header = "linux/iommufd.h")]
[Since("6.12")]
public enum IommuHwptVtdS1InvalidateFlags : uint
{
    /// <summary>Only the last level.</summary>
    Leaf = 1u << 0,
}
