namespace IoctlSharp.Vfio;

/// <summary>A migration state, and the file of the data when a session begins.</summary>
[KernelStruct("vfio_device_feature_mig_state", Header = "linux/vfio.h")]
public partial struct VfioDeviceFeatureMigState
{
    /// <summary>The state. <see cref="VfioMigrationState.Error"/> is where a device is found, never brought.</summary>
    [Refused(VfioMigrationState.Error)] public VfioMigrationState DeviceState;

    /// <summary>The new file of the session; -1 when none begins.</summary>
    [OwnedFd] public int DataFd;
}
