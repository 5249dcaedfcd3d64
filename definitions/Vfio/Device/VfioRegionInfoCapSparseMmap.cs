namespace IoctlSharp.Vfio;

/// <summary>The parts of a region that can be mapped: <see cref="VfioRegionSparseMmapArea"/> elements stand behind it.</summary>
[KernelStruct("vfio_region_info_cap_sparse_mmap", Header = "linux/vfio.h"), Tail("areas", typeof(VfioRegionSparseMmapArea))]
public partial struct VfioRegionInfoCapSparseMmap
{
    /// <summary>The capability's header.</summary>
    public VfioInfoCapHeader Header;

    /// <summary>The number of parts.</summary>
    [TailCount, CName("nr_areas")] public uint Count;

    [Reserved] private uint _reserved;
}
