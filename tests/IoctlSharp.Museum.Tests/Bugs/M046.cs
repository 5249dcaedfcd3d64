// M046: Pages are taken for 4096 bytes, or addresses are not aligned
// Seen in: cloud-hypervisor#5469; libvfio-user#730; emmericp/ixy#27
// Outcome: IOCTL4036

using IoctlSharp.Vfio;


internal static class Mappings
{
    public static ulong Remove(VfioContainer container) => container.UnmapDma(new VfioIommuType1DmaUnmap { Iova = 0x100000, Size = [|1500|] });
}
