using System;

namespace IoctlSharp.Vfio;

/// <summary>What is detached.</summary>
[Flags]
[KernelConstants("VFIO_DEVICE_DETACH_", Header = "linux/vfio.h")]
[Since("7.2")]
public enum VfioDetachFlags : uint
{
    /// <summary>A PASID of the device.</summary>
    Pasid = 1u << 0,
}
