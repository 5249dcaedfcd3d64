using System;

namespace IoctlSharp.Iommu;

/// <summary>A queue of page faults: the file that <see cref="IommufdIoctls.AllocateFaultQueue"/> returns.</summary>
public sealed class FaultQueue : DeviceHandle
{
    /// <summary>Adopts a file descriptor, as one that was opened before privileges were dropped or was sent over a socket.</summary>
    /// <param name="fd">The file descriptor; -1 for none yet.</param>
    /// <param name="ownsHandle">Whether closing the handle closes the descriptor.</param>
    public FaultQueue(IntPtr fd, bool ownsHandle)
        : base(fd, ownsHandle)
    {
    }
}
