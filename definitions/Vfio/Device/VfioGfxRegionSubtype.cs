namespace IoctlSharp.Vfio;

/// <summary>Subtypes of <see cref="VfioRegionType.Gfx"/>.</summary>
[KernelConstants("VFIO_REGION_SUBTYPE_GFX_", Header = "linux/vfio.h")]
public enum VfioGfxRegionSubtype : uint
{
    /// <summary><see cref="VfioRegionGfxEdid"/> and the EDID behind it.</summary>
    Edid = 1,
}
