namespace IoctlSharp.Iommu;

/// <summary>What a vIOMMU is.</summary>
[KernelConstants("IOMMU_VIOMMU_TYPE_", Header = "linux/iommufd.h")]
[Since("7.2")]
public enum IommuViommuType : uint
{
    /// <summary>Reserved.</summary>
    Default = 0,

    /// <summary>An Arm SMMUv3.</summary>
    ArmSmmuv3 = 1,

    /// <summary>An Arm SMMUv3 with NVIDIA's Tegra241 CMDQV.</summary>
    Tegra241Cmdqv = 2,
}
