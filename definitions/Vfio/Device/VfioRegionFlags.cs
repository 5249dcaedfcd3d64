using System;

namespace IoctlSharp.Vfio;

/// <summary>What a region can.</summary>
[Flags]
[KernelConstants("VFIO_REGION_INFO_FLAG_", Header = "linux/vfio.h")]
public enum VfioRegionFlags : uint
{
    /// <summary>It can be read.</summary>
    Read = 1u << 0,

    /// <summary>It can be written.</summary>
    Write = 1u << 1,

    /// <summary>It can be mapped.</summary>
    Mmap = 1u << 2,

    /// <summary>There is a capability chain.</summary>
    [CName("VFIO_REGION_INFO_FLAG_CAPS")]
    Capabilities = 1u << 3,
}
