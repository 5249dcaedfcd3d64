namespace IoctlSharp.Vfio;

/// <summary>Memory to be pinned and accounted before it is mapped (version 2). The kernel keeps it until it is unregistered.</summary>
[KernelStruct("vfio_iommu_spapr_register_memory", Header = "linux/vfio.h")]
public partial struct VfioIommuSpaprRegisterMemory
{
    [ArgSize] private uint _argsz;
    [Reserved] private uint _flags;

    /// <summary>The memory; a multiple of the page size.</summary>
    [DmaMemory, PageAligned] public UserPointer Vaddr;

    /// <summary>The size in bytes; a multiple of the page size.</summary>
    [PageAligned] public ulong Size;
}
