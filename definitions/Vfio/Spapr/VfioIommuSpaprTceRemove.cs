namespace IoctlSharp.Vfio;

/// <summary>A DMA window to remove (version 2).</summary>
[KernelStruct("vfio_iommu_spapr_tce_remove", Header = "linux/vfio.h")]
public partial struct VfioIommuSpaprTceRemove
{
    [ArgSize] private uint _argsz;
    [Reserved] private uint _flags;

    /// <summary>The first I/O address of the window. The kernel takes any address inside it: pass none that is not the start.</summary>
    [CName("start_addr")] public ulong StartAddress;
}
