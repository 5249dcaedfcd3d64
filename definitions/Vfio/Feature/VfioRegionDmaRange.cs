namespace IoctlSharp.Vfio;

/// <summary>A part of a region.</summary>
[KernelStruct("vfio_region_dma_range", Header = "linux/vfio.h")]
[Since("7.2")]
public partial struct VfioRegionDmaRange
{
    /// <summary>Where the part begins in the region, in bytes.</summary>
    [PageAligned] public ulong Offset;

    /// <summary>Its size in bytes.</summary>
    [PageAligned, NonZero] public ulong Length;
}
