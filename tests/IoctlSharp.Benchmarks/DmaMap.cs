namespace IoctlSharp.Benchmarks;

/// <summary>The struct that every contestant copies: 32 bytes, its size in the first field.</summary>
[KernelStruct("vfio_iommu_type1_dma_map", Header = "linux/vfio.h")]
public partial struct DmaMap
{
    [ArgSize] private uint _argsz;
    public uint Flags;
    public ulong Vaddr;
    public ulong Iova;
    public ulong Size;

    // The contestants that set the size themselves.
    internal void SetArgSize(uint size) => _argsz = size;
}
