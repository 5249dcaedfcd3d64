// M047: A private constant of the kernel is used
// Seen in: DPDK 4b741542ec
// Outcome: IOCTL4044

using IoctlSharp.Vfio;


internal static class Regions
{
    public static ulong Offset(VfioPciRegion region) => [|(ulong)region << 40|];
}
