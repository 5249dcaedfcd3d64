//// Any feature by the raw struct of the kernel
using IoctlSharp.Vfio;

internal static unsafe class RawFeature
{
    [DllImport("libc", SetLastError = true)]
    private static extern int ioctl(int fd, nuint request, void* argument);

    public static Errno Probe(int device, VfioFeature feature, bool set)
    {
        const int size = 8;
        uint* header = stackalloc uint[2];
        header[0] = size;
        header[1] = (uint)feature | (uint)VfioDeviceFeatureFlags.Probe | (uint)(set ? VfioDeviceFeatureFlags.Set : VfioDeviceFeatureFlags.Get);
        int result = ioctl(device, VfioIoctls.Commands.VFIO_DEVICE_FEATURE.Number, header);
        return result == -1 ? (Errno)Marshal.GetLastPInvokeError() : Errno.None;
    }
}

//// Irq set behind a span of words
using IoctlSharp.Vfio;

internal static unsafe class WordSpan
{
    [DllImport("libc", SetLastError = true)]
    private static extern int ioctl(int fd, nuint request, void* argument);

    public static void Disable(int device, uint index)
    {
        Span<uint> words = [20, (uint)(VfioIrqSetFlags.DataNone | VfioIrqSetFlags.ActionTrigger), index, 0, 0];
        fixed (uint* argument = words)
        {
            if (ioctl(device, VfioIoctls.Commands.VFIO_DEVICE_SET_IRQS.Number, argument) != 0)
                throw new InvalidOperationException(Marshal.GetLastPInvokeErrorMessage());
        }
    }
}

//// Group descriptors of a raw hot reset as an array of int
using IoctlSharp.Vfio;

internal static class RawHotReset
{
    [DllImport("libc", SetLastError = true)]
    private static extern int ioctl(int fd, nuint request, [In] int[] argument);

    public static Errno Reset(int device, params int[] groups)
    {
        int[] argument = [12 + groups.Length * sizeof(int), 0, groups.Length, .. groups];
        return ioctl(device, VfioIoctls.Commands.VFIO_DEVICE_PCI_HOT_RESET.Number, argument) == 0 ? Errno.None : (Errno)Marshal.GetLastPInvokeError();
    }
}

//// Windows checked by an extension method
using IoctlSharp.Vfio;

internal static class TceInfoExtensions
{
    public static bool IsDynamic(this in VfioIommuSpaprTceInfo info) => (info.Flags & VfioSpaprTceInfoFlags.DynamicWindows) != 0;

    public static uint Count(VfioContainer container)
    {
        VfioIommuSpaprTceInfo info = container.GetSpaprTceInfo();
        return info.IsDynamic() ? info.Ddw.MaxDynamicWindowsSupported : 0;
    }
}

//// Windows checked by a static helper on the struct
using IoctlSharp.Vfio;

internal static class StaticHelper
{
    public static ulong Sizes(VfioContainer container)
    {
        var info = container.GetSpaprTceInfo();
        return HasWindows(in info) ? info.Ddw.PageSizes : 0;
    }

    private static bool HasWindows(in VfioIommuSpaprTceInfo info) => info.Flags.HasFlag(VfioSpaprTceInfoFlags.DynamicWindows);
}

//// Display form in a variable, read as what it is
using IoctlSharp.Vfio;

internal static class EitherForm
{
    public static string Locate(VfioDevice device, bool dmaBuf)
    {
        VfioGfxPlaneFlags form = dmaBuf ? VfioGfxPlaneFlags.DmaBuf : VfioGfxPlaneFlags.Region;
        VfioDeviceGfxPlaneInfo plane = device.QueryGfxPlane(form, 0);
        return dmaBuf ? $"dma-buf {plane.DmabufId}" : $"region {plane.RegionIndex}";
    }
}

//// The dma-buf of a plane whose form the caller chose
using IoctlSharp.Vfio;

internal static class Planes
{
    public static uint Id(VfioDevice device, VfioGfxPlaneFlags form, uint plane)
    {
        VfioDeviceGfxPlaneInfo info = device.QueryGfxPlane(form, plane);
        return info.DmabufId;
    }

    public static uint Region(VfioDevice device, VfioGfxPlaneFlags form) => device.QueryGfxPlane(form, 0).RegionIndex;
}
