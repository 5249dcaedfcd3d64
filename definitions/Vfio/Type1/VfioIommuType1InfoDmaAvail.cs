namespace IoctlSharp.Vfio;

/// <summary>How many mappings can still be made.</summary>
[KernelStruct("vfio_iommu_type1_info_dma_avail", Header = "linux/vfio.h")]
public partial struct VfioIommuType1InfoDmaAvail
{
    /// <summary>The capability's header.</summary>
    public VfioInfoCapHeader Header;

    /// <summary>The number of mappings that can still be made.</summary>
    [CName("avail")] public uint Available;
}
