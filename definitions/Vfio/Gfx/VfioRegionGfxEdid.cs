namespace IoctlSharp.Vfio;

/// <summary>The start of an EDID region. To change the EDID: set the link down, write EDID and size, set the link up.</summary>
[KernelStruct("vfio_region_gfx_edid", Header = "linux/vfio.h")]
public partial struct VfioRegionGfxEdid
{
    /// <summary>Where the EDID stands in the region, in bytes; read-only.</summary>
    public uint EdidOffset;

    /// <summary>The largest EDID in bytes; read-only.</summary>
    public uint EdidMaxSize;

    /// <summary>The size of the EDID in bytes.</summary>
    public uint EdidSize;

    /// <summary>The largest width of the display in pixels, 0 for no limit; read-only.</summary>
    public uint MaxXres;

    /// <summary>The largest height of the display in pixels, 0 for no limit; read-only.</summary>
    public uint MaxYres;

    /// <summary>Whether a monitor is there.</summary>
    public VfioGfxLinkState LinkState;
}
