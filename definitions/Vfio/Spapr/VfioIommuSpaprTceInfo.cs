namespace IoctlSharp.Vfio;

/// <summary>The default DMA window of a sPAPR TCE IOMMU, and what further windows there can be.</summary>
[KernelStruct("vfio_iommu_spapr_tce_info", Header = "linux/vfio.h")]
public partial struct VfioIommuSpaprTceInfo
{
    [ArgSize] private uint _argsz;

    /// <summary>What is valid.</summary>
    public VfioSpaprTceInfoFlags Flags;

    /// <summary>The first I/O address of the 32-bit window.</summary>
    public uint Dma32WindowStart;

    /// <summary>The size of the 32-bit window in bytes.</summary>
    public uint Dma32WindowSize;

    /// <summary>What dynamic DMA windows can be created.</summary>
    [ValidWhen(nameof(Flags), VfioSpaprTceInfoFlags.DynamicWindows)] public VfioIommuSpaprTceDdwInfo Ddw;

    /// <summary>Whether a range of I/O addresses lies within the default window. Mapping another needs a window of its own.</summary>
    /// <param name="iova">The first I/O address.</param>
    /// <param name="size">The size in bytes.</param>
    public readonly bool DefaultWindowContains(ulong iova, ulong size) =>
        iova >= Dma32WindowStart && size <= Dma32WindowSize && iova - Dma32WindowStart <= Dma32WindowSize - size;
}
