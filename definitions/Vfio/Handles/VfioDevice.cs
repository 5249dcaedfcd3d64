using System;

namespace IoctlSharp.Vfio;

/// <summary>A VFIO device: the file that <see cref="VfioIoctls.GetDevice"/> returns. Its regions are read, written and mapped at the offsets that <see cref="VfioIoctls.GetRegionInfo"/> tells.</summary>
public class VfioDevice : DeviceHandle
{
    /// <summary>Adopts a file descriptor, as one that was opened before privileges were dropped or was sent over a socket.</summary>
    /// <param name="fd">The file descriptor; -1 for none yet.</param>
    /// <param name="ownsHandle">Whether closing the handle closes the descriptor.</param>
    public VfioDevice(IntPtr fd, bool ownsHandle)
        : base(fd, ownsHandle)
    {
    }

#if NET
    [System.Runtime.Versioning.SupportedOSPlatform("linux")]
#endif
    private protected VfioDevice(string path)
        : base(path)
    {
    }
}
