// M049: The byte order is wrong
// Seen in: rust-vmm/vfio#53 (an fd written as little-endian); golang/go#60429
// Outcome: IOCTL4046

using IoctlSharp.Vfio;


using System.Buffers.Binary;

internal static class Regions
{
    // The kernel writes its structs in the machine's own order.
    public static uint FirstWord(VfioDevice device) => [|BinaryPrimitives.ReadUInt32LittleEndian(device.GetRegionInfo(0).Bytes)|];
}
