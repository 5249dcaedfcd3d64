namespace IoctlSharp.Iommu;

/// <summary>Where the virtual interface of a Tegra241 CMDQV can be mapped.</summary>
[KernelStruct("iommu_viommu_tegra241_cmdqv", Header = "linux/iommufd.h")]
[Since("7.2")]
public partial struct IommuViommuTegra241Cmdqv
{
    /// <summary>The offset in the iommufd, in bytes.</summary>
    [Aligned(8)] public ulong OutVintfMmapOffset;

    /// <summary>The length in bytes.</summary>
    [Aligned(8)] public ulong OutVintfMmapLength;
}
