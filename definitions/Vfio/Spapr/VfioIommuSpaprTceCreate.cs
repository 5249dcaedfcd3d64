namespace IoctlSharp.Vfio;

/// <summary>A DMA window to create (version 2).</summary>
[KernelStruct("vfio_iommu_spapr_tce_create", Header = "linux/vfio.h")]
public partial struct VfioIommuSpaprTceCreate
{
    [ArgSize] private uint _argsz;
    [Reserved] private uint _flags;

    /// <summary>The page size as a shift: 12, 16, 21, 24, 30 ... as the info's mask has them.</summary>
    public uint PageShift;

    [Reserved, CName("__resv1")] private uint _reserved1;

    /// <summary>The size in bytes; a power of two.</summary>
    [PowerOfTwo, NonZero] public ulong WindowSize;

    /// <summary>The levels of the window's table, at least 1.</summary>
    [NonZero] public uint Levels;

    [Reserved, CName("__resv2")] private uint _reserved2;

    /// <summary>Set by the call: the first I/O address of the window.</summary>
    [CName("start_addr")] public ulong StartAddress;
}
