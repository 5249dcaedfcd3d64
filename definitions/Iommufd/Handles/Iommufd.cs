using System;

namespace IoctlSharp.Iommu;

/// <summary>An iommufd (<c>/dev/iommu</c>): I/O address spaces, hardware page tables and what else user space has of IOMMUs. Closing it destroys them all.</summary>
public sealed class Iommufd : DeviceHandle
{
    /// <summary>Adopts a file descriptor, as one that was opened before privileges were dropped or was sent over a socket.</summary>
    /// <param name="fd">The file descriptor; -1 for none yet.</param>
    /// <param name="ownsHandle">Whether closing the handle closes the descriptor.</param>
    public Iommufd(IntPtr fd, bool ownsHandle)
        : base(fd, ownsHandle)
    {
    }

#if NET
    [System.Runtime.Versioning.SupportedOSPlatform("linux")]
#endif
    private Iommufd(string path)
        : base(path)
    {
    }

    /// <summary>Opens a new, empty iommufd.</summary>
    /// <exception cref="System.IO.FileNotFoundException">The kernel has no iommufd: it needs <c>CONFIG_IOMMUFD</c>, and the module <c>iommufd</c> loaded.</exception>
    /// <exception cref="UnauthorizedAccessException">The file's permissions forbid it.</exception>
    /// <exception cref="System.IO.IOException">The file cannot be opened.</exception>
#if NET
    [System.Runtime.Versioning.SupportedOSPlatform("linux")]
#endif
    public static Iommufd Open() => new("/dev/iommu");
}
