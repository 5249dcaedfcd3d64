// M023: The head of a struct with something behind it is copied
// Seen in: CsWin32#1529; openvmm (rewritten as head and tail)
// Outcome: IOCTL4021

using IoctlSharp.Vfio;


internal static class Regions
{
    public static unsafe ushort FirstCapability(KernelBuffer<VfioRegionInfo> region)
    {
        VfioRegionInfo copy = region.Value;
        return *(ushort*)([|(byte*)&copy + 32|]);
    }
}
