namespace IoctlSharp.Iommu;

/// <summary>A range of I/O addresses.</summary>
[KernelStruct("iommu_iova_range", Header = "linux/iommufd.h")]
[Since("6.12")]
public partial struct IommuIovaRange
{
    /// <summary>The first I/O address.</summary>
    public ulong Start;

    /// <summary>The last I/O address, which belongs to the range.</summary>
    public ulong Last;
}
