using System;

namespace IoctlSharp.Vfio;

/// <summary>What <see cref="VfioIommuType1Info"/> has.</summary>
[Flags]
[KernelConstants("VFIO_IOMMU_INFO_", Header = "linux/vfio.h")]
public enum VfioIommuInfoFlags : uint
{
    /// <summary><see cref="VfioIommuType1Info.IovaPageSizes"/> is valid.</summary>
    [CName("VFIO_IOMMU_INFO_PGSIZES")]
    PageSizes = 1u << 0,

    /// <summary>There is a capability chain.</summary>
    [CName("VFIO_IOMMU_INFO_CAPS")]
    Capabilities = 1u << 1,
}
