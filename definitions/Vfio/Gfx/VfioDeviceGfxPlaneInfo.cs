namespace IoctlSharp.Vfio;

/// <summary>A plane of a virtual display. All zero when the guest has it off.</summary>
[KernelStruct("vfio_device_gfx_plane_info", Header = "linux/vfio.h")]
[Since("6.12", SizeOnI386 = 64)]
public partial struct VfioDeviceGfxPlaneInfo
{
    [ArgSize] private uint _argsz;

    /// <summary>The form asked for.</summary>
    [ExactlyOne(VfioGfxPlaneFlags.DmaBuf | VfioGfxPlaneFlags.Region)] public VfioGfxPlaneFlags Flags;

    /// <summary>Which plane: <c>DRM_PLANE_TYPE_*</c>.</summary>
    public uint DrmPlaneType;

    /// <summary>The format: <c>DRM_FORMAT_*</c>.</summary>
    public uint DrmFormat;

    /// <summary>The tiling.</summary>
    [Aligned(8), CName("drm_format_mod")] public ulong DrmFormatModifier;

    /// <summary>The width in pixels.</summary>
    public uint Width;

    /// <summary>The height in pixels.</summary>
    public uint Height;

    /// <summary>The bytes of a line.</summary>
    public uint Stride;

    /// <summary>The size in bytes, a multiple of the page size.</summary>
    public uint Size;

    /// <summary>The cursor's horizontal position.</summary>
    [CName("x_pos")] public uint XPosition;

    /// <summary>The cursor's vertical position.</summary>
    [CName("y_pos")] public uint YPosition;

    /// <summary>The hot spot's horizontal position; all ones when there is none.</summary>
    [CName("x_hot")] public uint XHotspot;

    /// <summary>The hot spot's vertical position; all ones when there is none.</summary>
    [CName("y_hot")] public uint YHotspot;

    /// <summary>The region, with <see cref="VfioGfxPlaneFlags.Region"/>; with <see cref="VfioGfxPlaneFlags.DmaBuf"/> the id of the dma-buf.</summary>
    [ValidWhen(nameof(Flags), VfioGfxPlaneFlags.Region), Alias("DmabufId", When = VfioGfxPlaneFlags.DmaBuf)] public uint RegionIndex;

    [Reserved] private uint _reserved;
}
