using System;

namespace IoctlSharp.Vfio;

/// <summary>A dma-buf that a device gave.</summary>
public sealed class VfioDmaBuf : DeviceHandle
{
    /// <summary>Adopts a file descriptor, as one that was opened before privileges were dropped or was sent over a socket.</summary>
    /// <param name="fd">The file descriptor; -1 for none yet.</param>
    /// <param name="ownsHandle">Whether closing the handle closes the descriptor.</param>
    public VfioDmaBuf(IntPtr fd, bool ownsHandle)
        : base(fd, ownsHandle)
    {
    }
}
