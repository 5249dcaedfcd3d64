using System;

namespace IoctlSharp.Iommu;

/// <summary>How memory is mapped.</summary>
[Flags]
[KernelConstants("IOMMU_IOAS_MAP_", Header = "linux/iommufd.h")]
[Since("6.12")]
public enum IommuIoasMapFlags : uint
{
    /// <summary>At the given I/O address; else the kernel chooses one.</summary>
    FixedIova = 1u << 0,

    /// <summary>Devices may write it.</summary>
    Writeable = 1u << 1,

    /// <summary>Devices may read it.</summary>
    Readable = 1u << 2,
}
