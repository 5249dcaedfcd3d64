using System;

namespace IoctlSharp.Vfio;

/// <summary>What is attached.</summary>
[Flags]
[KernelConstants("VFIO_DEVICE_ATTACH_", Header = "linux/vfio.h")]
[Since("7.2")]
public enum VfioAttachFlags : uint
{
    /// <summary>A PASID of the device.</summary>
    Pasid = 1u << 0,
}
