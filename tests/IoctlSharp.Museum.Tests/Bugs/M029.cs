// M029: A field that only newer kernels have
// Seen in: SamsungDS/libvfn#36; DPDK 22a55d2eb6; Xilinx/SLASH#82
// Outcome: IOCTL4030

using IoctlSharp.Vfio;


internal static class Windows
{
    // Before Linux 4.2 there is no ddw behind the first 16 bytes; the flag says whether there is.
    public static uint MaxWindows(VfioContainer container)
    {
        VfioIommuSpaprTceInfo info = container.GetSpaprTceInfo();
        return [|info.Ddw|].MaxDynamicWindowsSupported;
    }
}
