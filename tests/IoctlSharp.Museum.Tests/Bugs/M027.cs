// M027: The second call of a growing answer is missing
// Seen in: umockdev#196; iommufd EMSGSIZE; hot reset ENOSPC
// Outcome: CS0029

using IoctlSharp.Vfio;


internal static class Regions
{
    // The call asks again until all is there: what it gives is the whole answer, not its first bytes.
    public static VfioRegionInfo Get(VfioDevice device, uint index) => [|device.GetRegionInfo(index)|];
}
