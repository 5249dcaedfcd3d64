using System;

namespace IoctlSharp.Vfio;

/// <summary>What a device is and can.</summary>
[Flags]
[KernelConstants("VFIO_DEVICE_FLAGS_", Header = "linux/vfio.h")]
public enum VfioDeviceFlags : uint
{
    /// <summary>It can be reset.</summary>
    Reset = 1u << 0,

    /// <summary>A PCI device.</summary>
    Pci = 1u << 1,

    /// <summary>A platform device.</summary>
    Platform = 1u << 2,

    /// <summary>An AMBA device.</summary>
    Amba = 1u << 3,

    /// <summary>A channel subsystem device (s390).</summary>
    Ccw = 1u << 4,

    /// <summary>A cryptographic adapter (s390).</summary>
    Ap = 1u << 5,

    /// <summary>An FSL-MC device.</summary>
    FslMc = 1u << 6,

    /// <summary>There is a capability chain.</summary>
    [CName("VFIO_DEVICE_FLAGS_CAPS")]
    Capabilities = 1u << 7,

    /// <summary>A CDX device.</summary>
    [Since("6.12")]
    Cdx = 1u << 8,
}
