using System;

namespace IoctlSharp.Vfio;

/// <summary>What <see cref="VfioIommuSpaprTceInfo"/> has.</summary>
[Flags]
[KernelConstants("VFIO_IOMMU_SPAPR_INFO_", Header = "linux/vfio.h")]
public enum VfioSpaprTceInfoFlags : uint
{
    /// <summary><see cref="VfioIommuSpaprTceInfo.Ddw"/> is valid.</summary>
    [CName("VFIO_IOMMU_SPAPR_INFO_DDW")]
    DynamicWindows = 1u << 0,
}
