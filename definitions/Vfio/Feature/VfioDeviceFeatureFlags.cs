using System;

namespace IoctlSharp.Vfio;

/// <summary>Operations on a feature; the low 16 bits are a <see cref="VfioFeature"/>.</summary>
[Flags]
[KernelConstants("VFIO_DEVICE_FEATURE_", Header = "linux/vfio.h")]
public enum VfioDeviceFeatureFlags : uint
{
    /// <summary>Where the feature's number stands.</summary>
    Mask = 0xffff,

    /// <summary>Read the feature.</summary>
    Get = 1u << 16,

    /// <summary>Change the feature.</summary>
    Set = 1u << 17,

    /// <summary>Only ask whether the device has the feature, and the operations set beside it.</summary>
    Probe = 1u << 18,
}
