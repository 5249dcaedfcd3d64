namespace IoctlSharp.Vfio;

/// <summary>The regions of every channel subsystem device (s390); others tell what they are by <see cref="VfioRegionInfoCapType"/>.</summary>
[KernelConstants("VFIO_CCW_", Header = "linux/vfio.h")]
public enum VfioCcwRegion : uint
{
    /// <summary><see cref="CcwIoRegion"/>.</summary>
    [CName("VFIO_CCW_CONFIG_REGION_INDEX")]
    Config = 0,
}
