using IoctlSharp.Iommu;

namespace IoctlSharp.Vfio;

/// <summary>The iommufd that a device belongs to from now on.</summary>
[KernelStruct("vfio_device_bind_iommufd", Header = "linux/vfio.h")]
[Since("6.12")]
[Since("7.2", Size = 24)]
public partial struct VfioDeviceBindIommufd
{
    [ArgSize] private uint _argsz;

    /// <summary>Whether there is a token.</summary>
    public VfioBindFlags Flags;

    /// <summary>The iommufd; the call sets it.</summary>
    public int Iommufd;

    /// <summary>The device's id in the iommufd.</summary>
    public DeviceId OutDevid;

    /// <summary>The address of 16 bytes, with <see cref="VfioBindFlags.Token"/>.</summary>
    [Aligned(8), CallMemory, ValidWhen(nameof(Flags), VfioBindFlags.Token), NonZero(When = VfioBindFlags.Token), Since("7.2")] public UserPointer TokenUuidPtr;
}
