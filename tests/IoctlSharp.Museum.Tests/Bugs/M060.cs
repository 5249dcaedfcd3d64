// M060: The result that says what was really done is ignored
// Seen in: spdk#1705 (data was corrupted in silence); DPDK c13ca4e81c
// Outcome: IOCTL4050

using IoctlSharp.Vfio;


internal static class Mappings
{
    public static void Remove(VfioContainer container, ulong iova, ulong size)
        => [|container.UnmapDma(new VfioIommuType1DmaUnmap { Iova = iova, Size = size })|];
}
