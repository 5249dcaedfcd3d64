using System;
using System.IO;
#if NET
using System.Runtime.Versioning;
#endif

namespace IoctlSharp.Vfio;

/// <summary>A VFIO container (<c>/dev/vfio/vfio</c>, or an iommufd): the I/O address space that the groups in it share. What it can do beyond its version and its
/// extensions follows from its groups and from the IOMMU type that was set.
///</summary>
public sealed class VfioContainer : DeviceHandle
{
    /// <summary>Adopts a file descriptor, as one that was opened before privileges were dropped or was sent over a socket.</summary>
    /// <param name="fd">The file descriptor; -1 for none yet.</param>
    /// <param name="ownsHandle">Whether closing the handle closes the descriptor.</param>
    public VfioContainer(IntPtr fd, bool ownsHandle)
        : base(fd, ownsHandle)
    {
    }

#if NET
    [SupportedOSPlatform("linux")]
#endif
    private VfioContainer(string path)
        : base(path)
    {
    }

    /// <summary>
    /// A container over an iommufd: its calls go to an address space of the iommufd that the first group makes (<see cref="Iommu.IommufdIoctls.GetVfioIoas"/>), in place of
    /// <c>/dev/vfio/vfio</c>. Type1 in both versions is all it has: no sPAPR TCE, no EEH, no dirty pages.
    /// </summary>
    /// <param name="iommufd">The iommufd; each of the two handles is closed by itself.</param>
    /// <exception cref="ObjectDisposedException">The iommufd is closed.</exception>
    /// <exception cref="IOException">The process has too many open files.</exception>
#if NET
    [SupportedOSPlatform("linux")]
#endif
    public VfioContainer(Iommu.Iommufd iommufd)
        : base(iommufd) => IsOverIommufd = true;

    internal bool IsOverIommufd { get; }

    /// <summary>Opens a new, empty container.</summary>
    /// <exception cref="FileNotFoundException">There is no VFIO: load the module <c>vfio</c> and an IOMMU backend.</exception>
    /// <exception cref="UnauthorizedAccessException">The file's permissions forbid it.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
#if NET
    [SupportedOSPlatform("linux")]
#endif
    public static VfioContainer Open() => new("/dev/vfio/vfio");
}
