namespace IoctlSharp.Vfio;

/// <summary>What a device-specific region is.</summary>
[KernelStruct("vfio_region_info_cap_type", Header = "linux/vfio.h")]
public partial struct VfioRegionInfoCapType
{
    /// <summary>The capability's header.</summary>
    public VfioInfoCapHeader Header;

    /// <summary>The type: global per bus driver.</summary>
    public uint Type;

    /// <summary>The subtype: specific to the type.</summary>
    public uint Subtype;
}
