namespace IoctlSharp.Vfio;

/// <summary>Which feature, and what to do with it; the feature's own struct stands behind it.</summary>
[KernelStruct("vfio_device_feature", Header = "linux/vfio.h"), Tail("data", typeof(byte))]
public partial struct VfioDeviceFeature
{
    [ArgSize] private uint _argsz;

    /// <summary>The feature's number and one operation.</summary>
    [AtLeastOne(VfioDeviceFeatureFlags.Get | VfioDeviceFeatureFlags.Set | VfioDeviceFeatureFlags.Probe)]
    [Excludes(VfioDeviceFeatureFlags.Get, VfioDeviceFeatureFlags.Set, Unless = VfioDeviceFeatureFlags.Probe)]
    public VfioDeviceFeatureFlags Flags;
}
