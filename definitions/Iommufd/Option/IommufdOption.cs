namespace IoctlSharp.Iommu;

/// <summary>Options.</summary>
[KernelConstants("IOMMU_OPTION_", Header = "linux/iommufd.h")]
[Since("6.12")]
public enum IommufdOption : uint
{
    /// <summary>Who pinned memory is accounted to: 0 the user, 1 the process.</summary>
    RlimitMode = 0,

    /// <summary>Whether contiguous pages are mapped as large ones; of an address space.</summary>
    HugePages = 1,
}
