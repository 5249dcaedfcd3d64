namespace IoctlSharp.Iommu;

/// <summary>What stands in the data of a hardware page table.</summary>
[KernelConstants("IOMMU_HWPT_DATA_", Header = "linux/iommufd.h")]
public enum IommuHwptDataType : uint
{
    /// <summary>Nothing: the kernel manages it.</summary>
    None = 0,

    /// <summary><see cref="IommuHwptVtdS1"/>.</summary>
    VtdS1 = 1,

    /// <summary><see cref="IommuHwptArmSmmuv3"/>.</summary>
    ArmSmmuv3 = 2,

    /// <summary><see cref="IommuHwptAmdGuest"/>.</summary>
    AmdGuest = 3,
}
