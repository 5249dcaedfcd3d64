namespace IoctlSharp.Iommu;

/// <summary>A range of I/O addresses.</summary>
[KernelStruct("iommu_iova_range", Header = "linux/iommufd.h")]
[Since("6.12")]
public partial struct IommuIovaRange
{
    /// <summary>The first I/O address.</summary>
    [Aligned(8)] public ulong Start;

    /// <summary>The last I/O address, which belongs to the range.</summary>
    [Aligned(8)] public ulong Last;
}
