namespace IoctlSharp.Iommu;

/// <summary>What stands in events.</summary>
[KernelConstants("IOMMU_VEVENTQ_TYPE_", Header = "linux/iommufd.h")]
[Since("7.2")]
public enum IommuVeventqType : uint
{
    /// <summary>Reserved.</summary>
    Default = 0,

    /// <summary><see cref="IommuVeventArmSmmuv3"/>.</summary>
    ArmSmmuv3 = 1,

    /// <summary><see cref="IommuVeventTegra241Cmdqv"/>.</summary>
    Tegra241Cmdqv = 2,
}
