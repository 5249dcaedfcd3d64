using System;

namespace IoctlSharp.Vfio;

/// <summary>The data of a migration: the file that <see cref="VfioIoctls.SetMigrationState"/> returns when a session begins. It is a stream, read while the device is saved and written while it is restored
/// (<see cref="DeviceStream"/>). In the PreCopy states a read may fail with ENOMSG, or read nothing: that is all for now. In StopCopy reading nothing is the end.</summary>
public sealed class VfioMigrationData : DeviceHandle
{
    /// <summary>Adopts a file descriptor, as one that was opened before privileges were dropped or was sent over a socket.</summary>
    /// <param name="fd">The file descriptor; -1 for none yet.</param>
    /// <param name="ownsHandle">Whether closing the handle closes the descriptor.</param>
    public VfioMigrationData(IntPtr fd, bool ownsHandle)
        : base(fd, ownsHandle)
    {
    }
}
