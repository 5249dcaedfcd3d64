namespace IoctlSharp.Iommu;

/// <summary>What to do with the address space that VFIO's container calls use.</summary>
[KernelConstants("IOMMU_VFIO_IOAS_", Header = "linux/iommufd.h")]
[Since("6.12")]
public enum IommufdVfioIoasOperation : ushort
{
    /// <summary>Say which it is.</summary>
    Get = 0,

    /// <summary>Use another.</summary>
    Set = 1,

    /// <summary>Use none: no such calls.</summary>
    Clear = 2,
}
