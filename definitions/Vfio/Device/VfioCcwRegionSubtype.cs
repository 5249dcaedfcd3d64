namespace IoctlSharp.Vfio;

/// <summary>Subtypes of <see cref="VfioRegionType.Ccw"/>.</summary>
[KernelConstants("VFIO_REGION_SUBTYPE_CCW_", Header = "linux/vfio.h")]
public enum VfioCcwRegionSubtype : uint
{
    /// <summary><see cref="CcwCmdRegion"/>.</summary>
    [CName("VFIO_REGION_SUBTYPE_CCW_ASYNC_CMD")]
    AsyncCommand = 1,

    /// <summary><see cref="CcwSchibRegion"/>.</summary>
    Schib = 2,

    /// <summary><see cref="CcwCrwRegion"/>.</summary>
    Crw = 3,
}
