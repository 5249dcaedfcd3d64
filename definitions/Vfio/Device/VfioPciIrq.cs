namespace IoctlSharp.Vfio;

/// <summary>The interrupts of every PCI device.</summary>
[KernelConstants("VFIO_PCI_", Header = "linux/vfio.h")]
public enum VfioPciIrq : uint
{
    /// <summary>The level-triggered pin.</summary>
    [CName("VFIO_PCI_INTX_IRQ_INDEX")]
    Intx = 0,

    /// <summary>MSI.</summary>
    [CName("VFIO_PCI_MSI_IRQ_INDEX")]
    Msi = 1,

    /// <summary>MSI-X.</summary>
    [CName("VFIO_PCI_MSIX_IRQ_INDEX")]
    Msix = 2,

    /// <summary>An uncorrected PCI error; a device without it answers EINVAL.</summary>
    [CName("VFIO_PCI_ERR_IRQ_INDEX")]
    Error = 3,

    /// <summary>The kernel wants the device back.</summary>
    [CName("VFIO_PCI_REQ_IRQ_INDEX")]
    Request = 4,
}
