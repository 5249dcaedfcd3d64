namespace IoctlSharp.Vfio;

/// <summary>What dynamic DMA windows can be created.</summary>
[KernelStruct("vfio_iommu_spapr_tce_ddw_info", Header = "linux/vfio.h")]
public partial struct VfioIommuSpaprTceDdwInfo
{
    /// <summary>A bit for each page size in bytes that a window can have.</summary>
    [CName("pgsizes")] public ulong PageSizes;

    /// <summary>How many windows there can be besides the default one's.</summary>
    public uint MaxDynamicWindowsSupported;

    /// <summary>The most levels that a window's table can have.</summary>
    public uint Levels;
}
