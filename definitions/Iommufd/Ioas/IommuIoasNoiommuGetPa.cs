namespace IoctlSharp.Iommu;

/// <summary>The physical address behind an I/O address, for devices without an IOMMU.</summary>
[KernelStruct("iommu_ioas_noiommu_get_pa", Header = "linux/iommufd.h")]
[Since("7.3")]
public partial struct IommuIoasNoiommuGetPa
{
    [ArgSize] private uint _size;
    [Reserved] private uint _flags;

    /// <summary>The address space.</summary>
    [NonZero] public IoasId IoasId;

    [Reserved, CName("__reserved")] private uint _reserved;

    /// <summary>The I/O address; it must be mapped.</summary>
    [Aligned(8)] public ulong Iova;

    /// <summary>How many bytes to look at, not 0; after the call how many of them are contiguous.</summary>
    [Aligned(8), NonZero, MustRead] public ulong Length;

    /// <summary>The physical address.</summary>
    [Aligned(8)] public ulong OutPhys;
}
