namespace IoctlSharp.Iommu;

/// <summary>A new I/O address space.</summary>
[KernelStruct("iommu_ioas_alloc", Header = "linux/iommufd.h")]
[Since("6.12")]
public partial struct IommuIoasAlloc
{
    [ArgSize] private uint _size;
    [Reserved] private uint _flags;

    /// <summary>The new address space.</summary>
    public IoasId OutIoasId;
}
