using IoctlSharp.Vfio;

namespace IoctlSharp.Abi.Probe.Declarations;

/// <summary>Commands that no driver has.</summary>
[IoctlGroup(0xfd)]
internal static partial class ProbeIoctls
{
    [Ioctl(IoctlMacro.IO, 1, Name = "PROBE_SEND_BITMAP")]
    public static partial void SendBitmap(this VfioContainer container, in VfioBitmap bitmap);

    [Ioctl(IoctlMacro.IO, 1, Name = "PROBE_SEND_BITMAP")]
    public static partial Errno TrySendBitmap(this VfioContainer container, in VfioBitmap bitmap);

    [Ioctl(IoctlMacro.IO, 2, Name = "PROBE_SEND_MISALIGNED")]
    public static partial void SendMisaligned(this VfioContainer container, in Misaligned misaligned);

    [Ioctl(IoctlMacro.IO, 3, Name = "PROBE_SEND_EVEN")]
    public static partial void SendEven(this VfioContainer container, in Even even);
}
