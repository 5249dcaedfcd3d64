namespace IoctlSharp.Vfio;

/// <summary>How many indexes a kind of device has; indexes from there on are the device's own.</summary>
[KernelConstants("VFIO_", Header = "linux/vfio.h")]
public enum VfioIndexCount : uint
{
    /// <summary>Interrupts of a cryptographic adapter.</summary>
    [CName("VFIO_AP_NUM_IRQS")]
    [Since("6.12")]
    ApIrqs = 2,

    /// <summary>Regions of a channel subsystem device.</summary>
    [CName("VFIO_CCW_NUM_REGIONS")]
    CcwRegions = 1,

    /// <summary>Interrupts of a channel subsystem device.</summary>
    [CName("VFIO_CCW_NUM_IRQS")]
    CcwIrqs = 3,

    /// <summary>Interrupts of a PCI device.</summary>
    [CName("VFIO_PCI_NUM_IRQS")]
    PciIrqs = 5,

    /// <summary>Regions of a PCI device.</summary>
    [CName("VFIO_PCI_NUM_REGIONS")]
    PciRegions = 9,
}
