// M075: An expected error is taken for a fatal one, or lost
// Seen in: DPDK 6fb00f8bae; rust-vmm/vfio#13, #50
// Outcome: IOCTL4054

using IoctlSharp.Vfio;

internal sealed class MappingFailedException(ulong iova) : Exception($"The range at 0x{iova:x} cannot be mapped.");

internal static class Mappings
{
    public static void Add(VfioContainer container, in VfioIommuType1DmaMap map)
    {
        try
        {
            container.MapDma(map);
        }
        catch (IoctlException)
        {
            throw [|new MappingFailedException(map.Iova)|];
        }
    }
}
