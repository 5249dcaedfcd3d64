using System;

namespace IoctlSharp.Vfio;

/// <summary>
/// A VFIO device opened by its own file (<c>/dev/vfio/devices/vfio0</c>), without group and container. It must be bound to an iommufd before anything
/// else (<see cref="VfioIoctls.Bind(VfioCdev, Iommu.Iommufd)"/>); then it is a device like any other.
/// </summary>
[After(nameof(VfioIoctls.Bind), Group = typeof(VfioIoctls))]
public sealed class VfioCdev : VfioDevice
{
    /// <summary>Adopts a file descriptor, as one that was opened before privileges were dropped or was sent over a socket.</summary>
    /// <param name="fd">The file descriptor; -1 for none yet.</param>
    /// <param name="ownsHandle">Whether closing the handle closes the descriptor.</param>
    public VfioCdev(IntPtr fd, bool ownsHandle)
        : base(fd, ownsHandle)
    {
    }

#if NET
    [System.Runtime.Versioning.SupportedOSPlatform("linux")]
#endif
    private VfioCdev(string path)
        : base(path)
    {
    }

    /// <summary>Opens a device by its file.</summary>
    /// <param name="path">The file: the folder <c>vfio-dev</c> of the device in sysfs names it, and for PCI <see cref="Pci.PciDevice.CdevPath"/>.</param>
    /// <exception cref="System.IO.FileNotFoundException">There is no such device, or it is bound to no VFIO driver, or the kernel lacks <c>CONFIG_VFIO_DEVICE_CDEV</c>.</exception>
    /// <exception cref="UnauthorizedAccessException">The file's permissions forbid it.</exception>
    /// <exception cref="System.IO.IOException">The file cannot be opened.</exception>
#if NET
    [System.Runtime.Versioning.SupportedOSPlatform("linux")]
#endif
    public static VfioCdev Open(string path) => new(path);
}
