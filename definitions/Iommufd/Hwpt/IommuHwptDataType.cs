namespace IoctlSharp.Iommu;

/// <summary>What stands in the data of a hardware page table.</summary>
[KernelConstants("IOMMU_HWPT_DATA_", Header = "linux/iommufd.h")]
[Since("6.12")]
public enum IommuHwptDataType : uint
{
    /// <summary>Nothing: the kernel manages it.</summary>
    None = 0,

    /// <summary><see cref="IommuHwptVtdS1"/>.</summary>
    VtdS1 = 1,

    /// <summary><see cref="IommuHwptArmSmmuv3"/>.</summary>
    [Since("7.2")]
    ArmSmmuv3 = 2,

    /// <summary><see cref="IommuHwptAmdGuest"/>.</summary>
    [Since("7.2")]
    AmdGuest = 3,
}
