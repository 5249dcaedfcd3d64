using System;

namespace IoctlSharp.Iommu;

/// <summary>What a device wanted to do.</summary>
[Flags]
[KernelConstants("IOMMU_PGFAULT_PERM_", Header = "linux/iommufd.h")]
[Since("6.12")]
public enum IommuPgfaultPermissions : uint
{
    /// <summary>Read.</summary>
    Read = 1u << 0,

    /// <summary>Write.</summary>
    Write = 1u << 1,

    /// <summary>Execute.</summary>
    Exec = 1u << 2,

    /// <summary>With privilege.</summary>
    Priv = 1u << 3,
}
