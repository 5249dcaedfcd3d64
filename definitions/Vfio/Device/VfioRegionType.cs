using System;

namespace IoctlSharp.Vfio;

/// <summary>The type of a device-specific region: of <see cref="VfioRegionInfoCapType.Type"/>.</summary>
[KernelConstants("VFIO_REGION_TYPE_", Header = "linux/vfio.h")]
public enum VfioRegionType : uint
{
    /// <summary>Graphics: <see cref="VfioGfxRegionSubtype"/>.</summary>
    Gfx = 1,

    /// <summary>Channel subsystem (s390): <see cref="VfioCcwRegionSubtype"/>.</summary>
    Ccw = 2,

    /// <summary>The first migration protocol. Use the device features.</summary>
    [Obsolete("The kernel no longer provides it.")]
    [CName("VFIO_REGION_TYPE_MIGRATION_DEPRECATED")]
    Migration = 3,

    /// <summary>The vendor, where <see cref="PciVendor"/> is set.</summary>
    PciVendorMask = 0xffff,

    /// <summary>A PCI vendor's own region: the vendor stands in <see cref="PciVendorMask"/>.</summary>
    [CName("VFIO_REGION_TYPE_PCI_VENDOR_TYPE")]
    PciVendor = 1u << 31,
}
