// M071: A device is given memory of the garbage collector
// Seen in: rust-vmm/vfio#103
// Outcome: IOCTL5003

using IoctlSharp.Vfio;


internal static class Mappings
{
    public static unsafe void Add(VfioContainer container, byte[] bytes)
    {
        fixed (byte* pointer = bytes)
        {
            container.MapDma(new VfioIommuType1DmaMap { Flags = VfioDmaMapFlags.Read, Vaddr = [|(UserPointer)pointer|], Iova = 0x10000, Size = 0x10000 });
        }
    }
}
