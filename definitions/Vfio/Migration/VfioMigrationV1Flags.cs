using System;

namespace IoctlSharp.Vfio;

/// <summary>States of the first migration protocol, which the kernel no longer provides.</summary>
[Flags]
[KernelConstants("VFIO_DEVICE_STATE_", Header = "linux/vfio.h")]
public enum VfioMigrationV1Flags : uint
{
    /// <summary>Stopped.</summary>
    [CName("VFIO_DEVICE_STATE_V1_STOP")]
    Stop = 0,

    /// <summary>Running.</summary>
    [CName("VFIO_DEVICE_STATE_V1_RUNNING")]
    Running = 1u << 0,

    /// <summary>Its state is read.</summary>
    [CName("VFIO_DEVICE_STATE_V1_SAVING")]
    Saving = 1u << 1,

    /// <summary>Its state is written.</summary>
    [CName("VFIO_DEVICE_STATE_V1_RESUMING")]
    Resuming = 1u << 2,

    /// <summary>All of them.</summary>
    Mask = 7,
}
