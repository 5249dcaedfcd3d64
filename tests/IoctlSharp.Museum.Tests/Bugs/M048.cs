// M048: An arm of a union is read without a look at what says which
// Seen in: vfio.h on hot reset: group_id or devid
// Outcome: IOCTL4045

using IoctlSharp.Vfio;


internal static class Resets
{
    public static bool Affects(VfioDevice device, uint id)
    {
        KernelBuffer<VfioPciHotResetInfo> answer = device.GetPciHotResetInfo();
        foreach (VfioPciDependentDevice dependent in answer.Tail<VfioPciDependentDevice>())
        {
            if ([|dependent.Devid|] == id)
                return true;
        }

        return false;
    }
}
