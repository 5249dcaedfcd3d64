namespace IoctlSharp.Vfio;

/// <summary>The capabilities of <see cref="VfioDeviceInfo"/>.</summary>
[KernelConstants("VFIO_DEVICE_INFO_CAP_", Header = "linux/vfio.h")]
public enum VfioDeviceCapability : ushort
{
    /// <summary><see cref="VfioDeviceInfoCapZpciBase"/>.</summary>
    ZpciBase = 1,

    /// <summary><see cref="VfioDeviceInfoCapZpciGroup"/>.</summary>
    ZpciGroup = 2,

    /// <summary><see cref="VfioDeviceInfoCapZpciUtil"/>.</summary>
    ZpciUtil = 3,

    /// <summary><see cref="VfioDeviceInfoCapZpciPfip"/>.</summary>
    ZpciPfip = 4,

    /// <summary><see cref="VfioDeviceInfoCapPciAtomicComp"/>.</summary>
    [CName("VFIO_DEVICE_INFO_CAP_PCI_ATOMIC_COMP")]
    [Since("6.12")]
    PciAtomicCompletion = 5,
}
