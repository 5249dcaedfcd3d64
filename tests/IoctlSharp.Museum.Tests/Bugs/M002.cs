// M002: A hand-written layout is not the kernel's
// Seen in: DPDK e11222c7f4; syzkaller sys/linux/dev_vfio.txt; tiagocoutinho/v4l2py#47
// Outcome: IOCTL4018

[StructLayout(LayoutKind.Sequential)]
internal struct [|vfio_iommu_type1_dma_unmap|]
{
    public uint argsz;
    public uint flags;
    public ulong vaddr;
    public ulong iova;
    public ulong size;
}
