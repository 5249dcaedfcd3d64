using System;

namespace IoctlSharp.Vfio;

/// <summary>The compressed address of GPU memory on the system's bus.</summary>
[Obsolete("The kernel no longer provides it.")]
[KernelStruct("vfio_region_info_cap_nvlink2_ssatgt", Header = "linux/vfio.h")]
public partial struct VfioRegionInfoCapNvlink2Ssatgt
{
    /// <summary>The capability's header.</summary>
    public VfioInfoCapHeader Header;

    /// <summary>The address.</summary>
    [Aligned(8), CName("tgt")] public ulong Target;
}
