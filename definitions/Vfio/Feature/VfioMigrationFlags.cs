using System;

namespace IoctlSharp.Vfio;

/// <summary>Which migration states a device has.</summary>
[Flags]
[KernelConstants("VFIO_MIGRATION_", Header = "linux/vfio.h")]
public enum VfioMigrationFlags : ulong
{
    /// <summary>Stop, StopCopy and Resuming.</summary>
    StopCopy = 1ul << 0,

    /// <summary>RunningPeerToPeer too.</summary>
    [CName("VFIO_MIGRATION_P2P")]
    PeerToPeer = 1ul << 1,

    /// <summary>PreCopy too, and with <see cref="PeerToPeer"/> PreCopyPeerToPeer.</summary>
    [Since("6.12")]
    PreCopy = 1ul << 2,
}
