namespace IoctlSharp.Iommu;

/// <summary>An Arm SMMUv3 event record: little-endian.</summary>
[KernelStruct("iommu_vevent_arm_smmuv3", Header = "linux/iommufd.h")]
[Since("7.2")]
public unsafe partial struct IommuVeventArmSmmuv3
{
    [Aligned(8)] private fixed ulong _evt[4];
}
