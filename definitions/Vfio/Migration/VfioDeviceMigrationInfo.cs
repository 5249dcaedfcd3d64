using System;

namespace IoctlSharp.Vfio;

/// <summary>The start of the migration region, the first protocol. Use the device features.</summary>
[Obsolete("The kernel no longer provides it.")]
[KernelStruct("vfio_device_migration_info", Header = "linux/vfio.h")]
public partial struct VfioDeviceMigrationInfo
{
    /// <summary>The state.</summary>
    public VfioMigrationV1Flags DeviceState;

    [Reserved] private uint _reserved;

    /// <summary>What is left to be sent, in bytes.</summary>
    [Aligned(8)] public ulong PendingBytes;

    /// <summary>Where the data stands in the region, in bytes.</summary>
    [Aligned(8)] public ulong DataOffset;

    /// <summary>Its size in bytes.</summary>
    [Aligned(8)] public ulong DataSize;
}
