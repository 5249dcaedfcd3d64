namespace IoctlSharp.Iommu;

/// <summary>What to unmap: whole mappings.</summary>
[KernelStruct("iommu_ioas_unmap", Header = "linux/iommufd.h")]
[Since("6.12")]
public partial struct IommuIoasUnmap
{
    [ArgSize] private uint _size;

    /// <summary>The address space.</summary>
    [NonZero] public IoasId IoasId;

    /// <summary>The first I/O address.</summary>
    [Aligned(8)] public ulong Iova;

    /// <summary>The size in bytes; after the call what was really unmapped. All ones from 0 unmaps everything.</summary>
    [Aligned(8), NonZero, MustRead] public ulong Length;
}
