// M025: A capability chain is walked by hand
// Seen in: rust-vmm/vfio#172; openvmm#3336; libvfn vfio_iommu_type1_get_capabilities
// Outcome: IOCTL4023

using IoctlSharp.Vfio;


internal static class Capabilities
{
    public static unsafe VfioInfoCapHeader* Find(byte* info, VfioInfoCapHeader* first, ushort id)
    {
        for (VfioInfoCapHeader* header = first; header->Id != id; header = (VfioInfoCapHeader*)([|info + header->Next|]))
        {
        }

        return first;
    }
}
