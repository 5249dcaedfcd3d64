namespace IoctlSharp.Iommu;

/// <summary>An Arm SMMUv3 command: little-endian.</summary>
[KernelStruct("iommu_viommu_arm_smmuv3_invalidate", Header = "linux/iommufd.h")]
[Since("7.2")]
public unsafe partial struct IommuViommuArmSmmuv3Invalidate
{
    [Aligned(8)] private fixed ulong _cmd[2];
}
