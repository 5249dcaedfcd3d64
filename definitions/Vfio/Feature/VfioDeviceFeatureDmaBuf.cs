namespace IoctlSharp.Vfio;

/// <summary>The parts of a region that become a dma-buf: <see cref="VfioRegionDmaRange"/> elements stand behind it.</summary>
[KernelStruct("vfio_device_feature_dma_buf", Header = "linux/vfio.h"), Tail("dma_ranges", typeof(VfioRegionDmaRange))]
[Since("7.2")]
public partial struct VfioDeviceFeatureDmaBuf
{
    /// <summary>The region: a <see cref="VfioPciRegion"/> that can be mapped.</summary>
    public uint RegionIndex;

    /// <summary>The flags of the new file, as <c>open(2)</c> has them.</summary>
    public uint OpenFlags;

    [Reserved] private uint _flags;

    /// <summary>The number of parts, not 0.</summary>
    [TailCount, NonZero, CName("nr_ranges")] public uint Count;
}
