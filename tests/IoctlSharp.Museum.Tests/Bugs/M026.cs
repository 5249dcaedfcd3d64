// M026: A field is read without the flag that makes it valid
// Seen in: rust-vmm/vfio#50; vfio.h on cap_offset
// Outcome: IOCTL4030

using IoctlSharp.Vfio;


internal static class PageSizes
{
    public static ulong Smallest(VfioContainer container)
    {
        VfioIommuType1Info info = container.GetType1Info().Value;
        ulong sizes = [|info.IovaPageSizes|];
        return sizes & (~sizes + 1);
    }
}
