// M045: A 64-bit value of the kernel is narrowed
// Seen in: DPDK 0205f87355, 8108393d98
// Outcome: IOCTL4042

using IoctlSharp.Vfio;


internal static class Regions
{
    public static int Offset(VfioDevice device) => [|(int)device.GetRegionInfo(7).Value.Offset|];
}
