using System;

namespace IoctlSharp.Iommu;

/// <summary>What an IOMMU can do for a device.</summary>
[Flags]
[KernelConstants("IOMMU_HW_CAP_", Header = "linux/iommufd.h")]
[Since("6.12")]
public enum IommuHwCapabilities : ulong
{
    /// <summary>It tracks dirty pages.</summary>
    DirtyTracking = 1ul << 0,

    /// <summary>A PASID may ask for execute permission.</summary>
    PciPasidExec = 1ul << 1,

    /// <summary>A PASID may be privileged.</summary>
    PciPasidPriv = 1ul << 2,

    /// <summary>The device has no address translation service, or it cannot be used.</summary>
    [Since("7.2")]
    PciAtsNotSupported = 1ul << 3,
}
