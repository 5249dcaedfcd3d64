// M044: A flag of another enum
// Seen in: syzkaller sys/linux/dev_vfio.txt (flags of mapping for unmapping)
// Outcome: IOCTL4041

using IoctlSharp.Vfio;


internal static class Mappings
{
    public static ulong Remove(VfioContainer container, ulong iova, ulong size)
        => container.UnmapDma(new VfioIommuType1DmaUnmap { Flags = [|(VfioDmaUnmapFlags)VfioDmaMapFlags.Vaddr|], Iova = iova, Size = size });
}
