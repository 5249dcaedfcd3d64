namespace IoctlSharp.Vfio;

/// <summary>A migration state, and the file of the data when a session begins.</summary>
[KernelStruct("vfio_device_feature_mig_state", Header = "linux/vfio.h")]
public partial struct VfioDeviceFeatureMigState
{
    /// <summary>The state.</summary>
    public VfioMigrationState DeviceState;

    /// <summary>The new file of the session; -1 when none begins.</summary>
    [OwnedFd] public int DataFd;
}
