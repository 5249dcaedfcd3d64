namespace IoctlSharp.Vfio;

/// <summary>The features of devices.</summary>
[KernelConstants("VFIO_DEVICE_FEATURE_", Header = "linux/vfio.h")]
public enum VfioFeature : uint
{
    /// <summary>The secret that drivers of virtual functions must show: 16 bytes.</summary>
    PciVfToken = 0,

    /// <summary><see cref="VfioDeviceFeatureMigration"/>.</summary>
    Migration = 1,

    /// <summary><see cref="VfioDeviceFeatureMigState"/>.</summary>
    [CName("VFIO_DEVICE_FEATURE_MIG_DEVICE_STATE")]
    MigrationDeviceState = 2,

    /// <summary>Let the device sleep; no data.</summary>
    LowPowerEntry = 3,

    /// <summary><see cref="VfioDeviceLowPowerEntryWithWakeup"/>.</summary>
    LowPowerEntryWithWakeup = 4,

    /// <summary>Keep the device awake; no data.</summary>
    LowPowerExit = 5,

    /// <summary><see cref="VfioDeviceFeatureDmaLoggingControl"/>.</summary>
    DmaLoggingStart = 6,

    /// <summary>No data.</summary>
    DmaLoggingStop = 7,

    /// <summary><see cref="VfioDeviceFeatureDmaLoggingReport"/>.</summary>
    DmaLoggingReport = 8,

    /// <summary><see cref="VfioDeviceFeatureMigDataSize"/>.</summary>
    [CName("VFIO_DEVICE_FEATURE_MIG_DATA_SIZE")]
    [Since("6.12")]
    MigrationDataSize = 9,

    /// <summary><see cref="VfioDeviceFeatureBusMaster"/>.</summary>
    [Since("6.12")]
    BusMaster = 10,

    /// <summary><see cref="VfioDeviceFeatureDmaBuf"/>.</summary>
    [Since("7.2")]
    DmaBuf = 11,

    /// <summary>Flags of <see cref="VfioPrecopyInfo"/> mean something; no data.</summary>
    [CName("VFIO_DEVICE_FEATURE_MIG_PRECOPY_INFOv2")]
    [Since("7.2")]
    MigrationPrecopyInfoV2 = 12,

    /// <summary><see cref="VfioDeviceFeatureZpciErr"/>.</summary>
    [Since("7.3")]
    ZpciError = 13,
}
