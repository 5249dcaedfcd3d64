namespace IoctlSharp.Vfio;

/// <summary>Whether a virtual monitor is there.</summary>
[KernelConstants("VFIO_DEVICE_GFX_LINK_STATE_", Header = "linux/vfio.h")]
public enum VfioGfxLinkState : uint
{
    /// <summary>It is turned on.</summary>
    Up = 1,

    /// <summary>It is turned off.</summary>
    Down = 2,
}
