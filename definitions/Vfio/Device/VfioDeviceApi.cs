namespace IoctlSharp.Vfio;

/// <summary>How mediated devices name their kind in sysfs: <c>device_api</c>. They say the same as <see cref="VfioDeviceFlags"/>.</summary>
[KernelConstants("VFIO_DEVICE_API_", Header = "linux/vfio.h")]
public static class VfioDeviceApi
{
    /// <summary>A PCI device.</summary>
    [CName("VFIO_DEVICE_API_PCI_STRING")]
    public const string Pci = "vfio-pci";

    /// <summary>A platform device.</summary>
    [CName("VFIO_DEVICE_API_PLATFORM_STRING")]
    public const string Platform = "vfio-platform";

    /// <summary>An AMBA device.</summary>
    [CName("VFIO_DEVICE_API_AMBA_STRING")]
    public const string Amba = "vfio-amba";

    /// <summary>A channel subsystem device (s390).</summary>
    [CName("VFIO_DEVICE_API_CCW_STRING")]
    public const string Ccw = "vfio-ccw";

    /// <summary>A cryptographic adapter (s390).</summary>
    [CName("VFIO_DEVICE_API_AP_STRING")]
    public const string Ap = "vfio-ap";
}
