// M048: An arm of a union is read without a look at what says which
// Seen in: vfio.h on hot reset: group_id or devid
// Outcome: IOCTL4045

using IoctlSharp.Vfio;


internal static class Planes
{
    public static uint Buffer(VfioDevice device, VfioGfxPlaneFlags form)
    {
        VfioDeviceGfxPlaneInfo plane = device.QueryGfxPlane(form, 1);
        return [|plane.DmabufId|];
    }
}
