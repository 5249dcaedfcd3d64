namespace IoctlSharp.Vfio;

/// <summary>Whether the device may do DMA.</summary>
[KernelConstants("VFIO_DEVICE_FEATURE_", Header = "linux/vfio.h")]
[Since("6.12")]
public enum VfioBusMaster : uint
{
    /// <summary>It may not.</summary>
    [CName("VFIO_DEVICE_FEATURE_CLEAR_MASTER")]
    Clear = 0,

    /// <summary>It may.</summary>
    [CName("VFIO_DEVICE_FEATURE_SET_MASTER")]
    Set = 1,
}
