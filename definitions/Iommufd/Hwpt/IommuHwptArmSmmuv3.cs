namespace IoctlSharp.Iommu;

/// <summary>A guest's Arm SMMUv3 stream table entry.</summary>
[KernelStruct("iommu_hwpt_arm_smmuv3", Header = "linux/iommufd.h")]
[Since("7.2")]
public unsafe partial struct IommuHwptArmSmmuv3
{
    [Aligned(8)] private fixed ulong _ste[2];
}
