namespace IoctlSharp.Vfio;

/// <summary>A range of I/O addresses to unmap, and what the kernel says it unmapped.</summary>
[KernelStruct("vfio_iommu_type1_dma_unmap", Header = "linux/vfio.h"), Tail("data", typeof(byte))]
public partial struct VfioIommuType1DmaUnmap
{
    [ArgSize] private uint _argsz;

    /// <summary>How to unmap.</summary>
    [Excludes(VfioDmaUnmapFlags.GetDirtyBitmap, VfioDmaUnmapFlags.All | VfioDmaUnmapFlags.Vaddr), TailWhen(VfioDmaUnmapFlags.GetDirtyBitmap)]
    public VfioDmaUnmapFlags Flags;

    /// <summary>The first I/O address.</summary>
    [PageAligned, ZeroWhen(nameof(Flags), VfioDmaUnmapFlags.All)] public ulong Iova;

    /// <summary>The size in bytes; after the call what was really unmapped, which can be 0 though the call succeeded.</summary>
    [PageAligned, NonZero(Unless = VfioDmaUnmapFlags.All), ZeroWhen(nameof(Flags), VfioDmaUnmapFlags.All), MustRead] public ulong Size;
}
