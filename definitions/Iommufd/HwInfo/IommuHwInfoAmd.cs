namespace IoctlSharp.Iommu;

/// <summary>An AMD IOMMU.</summary>
[KernelStruct("iommu_hw_info_amd", Header = "linux/iommufd.h")]
[Since("7.2")]
public partial struct IommuHwInfoAmd
{
    /// <summary>The extended feature register.</summary>
    [Aligned(8)] public ulong Efr;

    /// <summary>The second extended feature register.</summary>
    [Aligned(8)] public ulong Efr2;
}
