using System;
using System.IO;
#if NET
using System.Runtime.Versioning;
#endif

namespace IoctlSharp.Vfio;

/// <summary>A VFIO container (<c>/dev/vfio/vfio</c>): the I/O address space that the groups in it share. What it can do beyond its version and its extensions
/// follows from its groups and from the IOMMU type that was set.
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

    /// <summary>Opens a new, empty container.</summary>
    /// <exception cref="FileNotFoundException">There is no VFIO: load the module <c>vfio</c> and an IOMMU backend.</exception>
    /// <exception cref="UnauthorizedAccessException">The file's permissions forbid it.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
#if NET
    [SupportedOSPlatform("linux")]
#endif
    public static VfioContainer Open() => new("/dev/vfio/vfio");
}
