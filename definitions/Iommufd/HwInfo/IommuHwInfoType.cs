namespace IoctlSharp.Iommu;

/// <summary>What the information about an IOMMU is.</summary>
[KernelConstants("IOMMU_HW_INFO_TYPE_", Header = "linux/iommufd.h")]
[Since("6.12")]
public enum IommuHwInfoType : uint
{
    /// <summary>There is none.</summary>
    None = 0,

    /// <summary>Asked for: whatever the IOMMU has.</summary>
    [Since("7.2")]
    Default = 0,

    /// <summary><see cref="IommuHwInfoVtd"/>.</summary>
    IntelVtd = 1,

    /// <summary><see cref="IommuHwInfoArmSmmuv3"/>.</summary>
    [Since("7.2")]
    ArmSmmuv3 = 2,

    /// <summary><see cref="IommuHwInfoTegra241Cmdqv"/>.</summary>
    [Since("7.2")]
    Tegra241Cmdqv = 3,

    /// <summary><see cref="IommuHwInfoAmd"/>.</summary>
    [Since("7.2")]
    Amd = 4,
}
