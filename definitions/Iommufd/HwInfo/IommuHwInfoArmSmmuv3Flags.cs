using System;

namespace IoctlSharp.Iommu;

/// <summary>What is special about an Arm SMMUv3.</summary>
[Flags]
[KernelConstants("IOMMU_HW_INFO_ARM_SMMUV3_", Header = "linux/iommufd.h")]
[Since("7.3")]
public enum IommuHwInfoArmSmmuv3Flags : uint
{
    /// <summary>Invalidations must be issued twice.</summary>
    ErrataRepeatTlbiCfgi = 1u << 0,
}
