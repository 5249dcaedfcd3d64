namespace IoctlSharp.Vfio.Tests;

/// <summary>As <see cref="VfioIommuType1Info"/>, but the size is the test's to lie about.</summary>
[KernelStruct("vfio_iommu_type1_info")]
public partial struct RawType1Info
{
    public uint Argsz;
    public uint Flags;
    public ulong IovaPgsizes;
    public uint CapOffset;
    public uint Pad;
    public RawRoom Room;
}

/// <summary>Space that a kernel may fill with capabilities.</summary>
[KernelStruct("raw_room")]
public unsafe partial struct RawRoom
{
    public fixed byte Bytes[1000];
}

/// <summary>As <see cref="VfioIommuType1DmaMap"/>, with a size of the test's and a field of a kernel to come.</summary>
[KernelStruct("vfio_iommu_type1_dma_map")]
public partial struct RawDmaMap
{
    public uint Argsz;
    public VfioDmaMapFlags Flags;
    public UserPointer Vaddr;
    public ulong Iova;
    public ulong Size;
    public ulong FromTheFuture;
}

/// <summary>As <see cref="VfioGroupStatus"/>, with a size of the test's.</summary>
[KernelStruct("vfio_group_status")]
public partial struct RawGroupStatus
{
    public uint Argsz;
    public VfioGroupFlags Flags;
    public ulong FromTheFuture;
}
