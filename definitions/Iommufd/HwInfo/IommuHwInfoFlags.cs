using System;

namespace IoctlSharp.Iommu;

/// <summary>How the information about an IOMMU is asked for.</summary>
[Flags]
[KernelConstants("IOMMU_HW_INFO_FLAG_", Header = "linux/iommufd.h")]
[Since("7.2")]
public enum IommuHwInfoFlags : uint
{
    /// <summary>Of the given type.</summary>
    InputType = 1u << 0,
}
