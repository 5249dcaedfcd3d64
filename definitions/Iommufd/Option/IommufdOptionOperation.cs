namespace IoctlSharp.Iommu;

/// <summary>What to do with an option.</summary>
[KernelConstants("IOMMU_OPTION_OP_", Header = "linux/iommufd.h")]
[Since("6.12")]
public enum IommufdOptionOperation : ushort
{
    /// <summary>Change it.</summary>
    Set = 0,

    /// <summary>Read it.</summary>
    Get = 1,
}
