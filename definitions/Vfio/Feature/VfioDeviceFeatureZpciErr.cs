namespace IoctlSharp.Vfio;

/// <summary>Where to put a zPCI error event (s390).</summary>
[KernelStruct("vfio_device_feature_zpci_err", Header = "linux/vfio.h")]
[Since("7.3")]
public partial struct VfioDeviceFeatureZpciErr
{
    /// <summary>The address of as many bytes as <see cref="VfioDeviceInfoCapZpciBase.CcdfErrLength"/> says.</summary>
    [Aligned(8), CallMemory] public UserPointer Data;
}
