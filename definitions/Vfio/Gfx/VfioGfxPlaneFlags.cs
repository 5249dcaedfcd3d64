using System;

namespace IoctlSharp.Vfio;

/// <summary>In which form a plane is asked for: one of <see cref="DmaBuf"/> and <see cref="Region"/>.</summary>
[Flags]
[KernelConstants("VFIO_GFX_PLANE_TYPE_", Header = "linux/vfio.h")]
public enum VfioGfxPlaneFlags : uint
{
    /// <summary>Only ask whether the device has that form.</summary>
    Probe = 1u << 0,

    /// <summary>As a dma-buf.</summary>
    [CName("VFIO_GFX_PLANE_TYPE_DMABUF")]
    DmaBuf = 1u << 1,

    /// <summary>As a region of the device.</summary>
    Region = 1u << 2,
}
