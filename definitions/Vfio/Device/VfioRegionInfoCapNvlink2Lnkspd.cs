using System;

namespace IoctlSharp.Vfio;

/// <summary>The speed of an NVLink.</summary>
[Obsolete("The kernel no longer provides it.")]
[KernelStruct("vfio_region_info_cap_nvlink2_lnkspd", Header = "linux/vfio.h")]
public partial struct VfioRegionInfoCapNvlink2Lnkspd
{
    /// <summary>The capability's header.</summary>
    public VfioInfoCapHeader Header;

    /// <summary>The speed, as the device tree's <c>ibm,nvlink-speed</c> has it.</summary>
    public uint LinkSpeed;

    [Reserved, CName("__pad")] private uint _pad;
}
