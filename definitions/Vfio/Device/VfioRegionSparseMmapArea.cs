namespace IoctlSharp.Vfio;

/// <summary>A part of a region that can be mapped.</summary>
[KernelStruct("vfio_region_sparse_mmap_area", Header = "linux/vfio.h")]
public partial struct VfioRegionSparseMmapArea
{
    /// <summary>Where the part begins in the region, in bytes.</summary>
    [Aligned(8)] public ulong Offset;

    /// <summary>Its size in bytes.</summary>
    [Aligned(8)] public ulong Size;
}
