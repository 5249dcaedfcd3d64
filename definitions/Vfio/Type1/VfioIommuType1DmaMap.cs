namespace IoctlSharp.Vfio;

/// <summary>A mapping of memory into the I/O address space. The kernel keeps the memory pinned until it is unmapped: it must be no memory that the GC moves or frees.</summary>
[KernelStruct("vfio_iommu_type1_dma_map", Header = "linux/vfio.h")]
public partial struct VfioIommuType1DmaMap
{
    [ArgSize] private uint _argsz;

    /// <summary>Read, write or both.</summary>
    [AtLeastOne(VfioDmaMapFlags.Read | VfioDmaMapFlags.Write | VfioDmaMapFlags.Vaddr)]
    [Excludes(VfioDmaMapFlags.Vaddr, VfioDmaMapFlags.Read | VfioDmaMapFlags.Write)]
    public VfioDmaMapFlags Flags;

    /// <summary>The memory; a multiple of the IOMMU's smallest page size.</summary>
    [DmaMemory, PageAligned] public UserPointer Vaddr;

    /// <summary>The first I/O address; a multiple of the IOMMU's smallest page size.</summary>
    [PageAligned] public ulong Iova;

    /// <summary>The size in bytes; a multiple of the IOMMU's smallest page size.</summary>
    [PageAligned, NonZero] public ulong Size;
}
