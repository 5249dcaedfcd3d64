namespace IoctlSharp.Vfio;

/// <summary>The states of a device's migration. The kernel finds the way from one to another.</summary>
[KernelConstants("VFIO_DEVICE_STATE_", Header = "linux/vfio.h")]
public enum VfioMigrationState : uint
{
    /// <summary>The device failed: only a reset leads out. Cannot be asked for.</summary>
    Error = 0,

    /// <summary>The device does nothing and its state does not change.</summary>
    Stop = 1,

    /// <summary>The device works.</summary>
    Running = 2,

    /// <summary>The stopped device's state is read from the data file, until the file ends.</summary>
    StopCopy = 3,

    /// <summary>The stopped device's state is written to the data file.</summary>
    Resuming = 4,

    /// <summary>The device works, but begins no peer-to-peer DMA.</summary>
    [CName("VFIO_DEVICE_STATE_RUNNING_P2P")]
    RunningPeerToPeer = 5,

    /// <summary>The device works, and its state can be read already.</summary>
    [Since("6.12")]
    PreCopy = 6,

    /// <summary>As <see cref="PreCopy"/>, without peer-to-peer DMA.</summary>
    [CName("VFIO_DEVICE_STATE_PRE_COPY_P2P")]
    [Since("6.12")]
    PreCopyPeerToPeer = 7,
}
