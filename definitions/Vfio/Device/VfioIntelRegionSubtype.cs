namespace IoctlSharp.Vfio;

/// <summary>Subtypes of the PCI vendor 0x8086: integrated graphics.</summary>
[KernelConstants("VFIO_REGION_SUBTYPE_INTEL_IGD_", Header = "linux/vfio.h")]
public enum VfioIntelRegionSubtype : uint
{
    /// <summary>The operation region.</summary>
    [CName("VFIO_REGION_SUBTYPE_INTEL_IGD_OPREGION")]
    OpRegion = 1,

    /// <summary>The host bridge's configuration space.</summary>
    [CName("VFIO_REGION_SUBTYPE_INTEL_IGD_HOST_CFG")]
    HostConfig = 2,

    /// <summary>The LPC bridge's configuration space.</summary>
    [CName("VFIO_REGION_SUBTYPE_INTEL_IGD_LPC_CFG")]
    LpcConfig = 3,
}
