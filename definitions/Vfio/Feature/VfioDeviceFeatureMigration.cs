namespace IoctlSharp.Vfio;

/// <summary>Which migration states a device has, besides Running and Error.</summary>
[KernelStruct("vfio_device_feature_migration", Header = "linux/vfio.h")]
public partial struct VfioDeviceFeatureMigration
{
    /// <summary>What is supported.</summary>
    [Aligned(8)] public VfioMigrationFlags Flags;
}
