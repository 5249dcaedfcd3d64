namespace IoctlSharp.Vfio;

/// <summary>The regions of every PCI device; further ones are device-specific.</summary>
[KernelConstants("VFIO_PCI_", Header = "linux/vfio.h")]
public enum VfioPciRegion : uint
{
    /// <summary>Base address register 0.</summary>
    [CName("VFIO_PCI_BAR0_REGION_INDEX")]
    Bar0 = 0,

    /// <summary>Base address register 1.</summary>
    [CName("VFIO_PCI_BAR1_REGION_INDEX")]
    Bar1 = 1,

    /// <summary>Base address register 2.</summary>
    [CName("VFIO_PCI_BAR2_REGION_INDEX")]
    Bar2 = 2,

    /// <summary>Base address register 3.</summary>
    [CName("VFIO_PCI_BAR3_REGION_INDEX")]
    Bar3 = 3,

    /// <summary>Base address register 4.</summary>
    [CName("VFIO_PCI_BAR4_REGION_INDEX")]
    Bar4 = 4,

    /// <summary>Base address register 5.</summary>
    [CName("VFIO_PCI_BAR5_REGION_INDEX")]
    Bar5 = 5,

    /// <summary>The expansion ROM.</summary>
    [CName("VFIO_PCI_ROM_REGION_INDEX")]
    Rom = 6,

    /// <summary>The configuration space.</summary>
    [CName("VFIO_PCI_CONFIG_REGION_INDEX")]
    Config = 7,

    /// <summary>The legacy VGA space; a device without it answers EINVAL.</summary>
    [CName("VFIO_PCI_VGA_REGION_INDEX")]
    Vga = 8,
}
