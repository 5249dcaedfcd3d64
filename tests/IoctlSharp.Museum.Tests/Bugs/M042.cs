// M042: Flags that must or must not stand together
// Seen in: vfio.h on SET_IRQS, DIRTY_PAGES, IOEVENTFD, MAP_DMA
// Outcome: IOCTL4032

using IoctlSharp.Vfio;


internal static class Mappings
{
    public static void Add(VfioContainer container, DmaBuffer buffer)
        => container.MapDma([|new VfioIommuType1DmaMap { Vaddr = buffer.Address, Iova = 0x100000, Size = buffer.Size }|]);
}
