// M028: A size from the kernel is subtracted from
// Seen in: openvmm#3346
// Outcome: CS1061

using IoctlSharp.Vfio;


internal static class Regions
{
    public static unsafe uint BytesBehind(VfioRegionInfo region) => region.[|Argsz|] - (uint)sizeof(VfioRegionInfo);
}
