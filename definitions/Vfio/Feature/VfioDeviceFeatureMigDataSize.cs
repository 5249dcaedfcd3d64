namespace IoctlSharp.Vfio;

/// <summary>How much a migration will send.</summary>
[KernelStruct("vfio_device_feature_mig_data_size", Header = "linux/vfio.h")]
[Since("6.12")]
public partial struct VfioDeviceFeatureMigDataSize
{
    /// <summary>The estimate in bytes of what is sent once the device is stopped.</summary>
    [Aligned(8)] public ulong StopCopyLength;
}
