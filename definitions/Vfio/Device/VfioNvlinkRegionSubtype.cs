using System;

namespace IoctlSharp.Vfio;

/// <summary>Subtypes of the PCI vendors 0x10de (NVIDIA) and 0x1014 (IBM): NVLink2.</summary>
[KernelConstants("VFIO_REGION_SUBTYPE_", Header = "linux/vfio.h")]
public enum VfioNvlinkRegionSubtype : uint
{
    /// <summary>The GPU's memory.</summary>
    [Obsolete("The kernel no longer provides it.")]
    [CName("VFIO_REGION_SUBTYPE_NVIDIA_NVLINK2_RAM")]
    NvidiaRam = 1,

    /// <summary>The register that invalidates translations on the GPU.</summary>
    [Obsolete("The kernel no longer provides it.")]
    [CName("VFIO_REGION_SUBTYPE_IBM_NVLINK2_ATSD")]
    IbmAtsd = 1,
}
