using System;
using System.IO;
#if NET
using System.Runtime.Versioning;
#endif

namespace IoctlSharp.Vfio;

/// <summary>A VFIO group (<c>/dev/vfio/26</c>): the smallest set of devices that the IOMMU can isolate, and so the unit of ownership.</summary>
public sealed class VfioGroup : DeviceHandle
{
    /// <summary>Adopts a file descriptor, as one that was opened before privileges were dropped or was sent over a socket.</summary>
    /// <param name="fd">The file descriptor; -1 for none yet.</param>
    /// <param name="ownsHandle">Whether closing the handle closes the descriptor.</param>
    public VfioGroup(IntPtr fd, bool ownsHandle)
        : base(fd, ownsHandle)
    {
    }

#if NET
    [SupportedOSPlatform("linux")]
#endif
    private VfioGroup(string path)
        : base(path)
    {
    }

    /// <summary>Opens a group. Only one can have it open at a time.</summary>
    /// <param name="number">The group's number, as <c>readlink /sys/bus/pci/devices/0000:06:0d.0/iommu_group</c> ends in.</param>
    /// <exception cref="FileNotFoundException">There is no such group, or none of its devices is bound to a VFIO driver.</exception>
    /// <exception cref="UnauthorizedAccessException">The file's permissions forbid it: <c>chown</c> the group to the user.</exception>
    /// <exception cref="IOException">The file cannot be opened; EBUSY when somebody else has the group open, or a device of it by the device's own file.</exception>
#if NET
    [SupportedOSPlatform("linux")]
#endif
    public static VfioGroup Open(int number) => new($"/dev/vfio/{number}");

    /// <summary>Opens a group by its file, as <c>/dev/vfio/noiommu-0</c>.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FileNotFoundException">There is no such group, or none of its devices is bound to a VFIO driver.</exception>
    /// <exception cref="UnauthorizedAccessException">The file's permissions forbid it: <c>chown</c> the group to the user.</exception>
    /// <exception cref="IOException">The file cannot be opened; EBUSY when somebody else has the group open, or a device of it by the device's own file.</exception>
#if NET
    [SupportedOSPlatform("linux")]
#endif
    public static VfioGroup Open(string path) => new(path);
}
