namespace IoctlSharp.Vfio;

/// <summary>The ranges of I/O addresses that can be mapped: <see cref="VfioIovaRange"/> elements stand behind it.</summary>
[KernelStruct("vfio_iommu_type1_info_cap_iova_range", Header = "linux/vfio.h"), Tail("iova_ranges", typeof(VfioIovaRange))]
public partial struct VfioIommuType1InfoCapIovaRange
{
    /// <summary>The capability's header.</summary>
    public VfioInfoCapHeader Header;

    /// <summary>The number of ranges.</summary>
    [TailCount, CName("nr_iovas")] public uint Count;

    [Reserved] private uint _reserved;
}
