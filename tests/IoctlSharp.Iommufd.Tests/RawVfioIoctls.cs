using IoctlSharp.Vfio;

namespace IoctlSharp.Iommu.Tests;

/// <summary>Commands of VFIO devices declared once more, with a size field that is the test's to lie about.</summary>
[IoctlGroup(';', Base = 100, Header = "linux/vfio.h")]
public static partial class RawVfioIoctls
{
    [Ioctl(IoctlMacro.IO, 7, Name = "VFIO_DEVICE_GET_INFO")]
    public static partial Errno TryGetInfo(this VfioDevice device, ref RawDeviceInfo info);

    [Ioctl(IoctlMacro.IO, 18, Name = "VFIO_DEVICE_BIND_IOMMUFD")]
    public static partial Errno TryBind(this VfioCdev device, ref RawBind bind, [Field(nameof(RawBind.Iommufd))] Iommufd iommufd);

    [Ioctl(IoctlMacro.IO, 19, Name = "VFIO_DEVICE_ATTACH_IOMMUFD_PT")]
    public static partial Errno TryAttach(this VfioCdev device, ref RawAttach attach);
}
