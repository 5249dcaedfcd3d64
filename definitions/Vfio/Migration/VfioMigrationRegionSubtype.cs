using System;

namespace IoctlSharp.Vfio;

/// <summary>Subtypes of the region of the first migration protocol, which the kernel no longer provides.</summary>
[KernelConstants("VFIO_REGION_SUBTYPE_MIGRATION_", Header = "linux/vfio.h")]
public enum VfioMigrationRegionSubtype : uint
{
    /// <summary><c>vfio_device_migration_info</c> and the data behind it.</summary>
    [Obsolete("The kernel no longer provides it.")]
    Deprecated = 1,
}
