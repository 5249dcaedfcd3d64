namespace IoctlSharp.Iommu;

/// <summary>What stands in an invalidation.</summary>
[KernelConstants("IOMMU_", Header = "linux/iommufd.h")]
[Since("6.12")]
public enum IommuHwptInvalidateDataType : uint
{
    /// <summary><see cref="IommuHwptVtdS1Invalidate"/>.</summary>
    [CName("IOMMU_HWPT_INVALIDATE_DATA_VTD_S1")]
    VtdS1 = 0,

    /// <summary><see cref="IommuViommuArmSmmuv3Invalidate"/>.</summary>
    [CName("IOMMU_VIOMMU_INVALIDATE_DATA_ARM_SMMUV3")]
    [Since("7.2")]
    ArmSmmuv3 = 1,
}
