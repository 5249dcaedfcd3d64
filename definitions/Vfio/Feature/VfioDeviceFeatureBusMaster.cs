namespace IoctlSharp.Vfio;

/// <summary>Whether the device may do DMA.</summary>
[KernelStruct("vfio_device_feature_bus_master", Header = "linux/vfio.h")]
[Since("6.12")]
public partial struct VfioDeviceFeatureBusMaster
{
    /// <summary>What to do.</summary>
    [CName("op")] public VfioBusMaster Operation;
}
