using System;

namespace IoctlSharp.Vfio;

/// <content>Groups.</content>
public static partial class VfioIoctls
{
    /// <summary>Whether the group is viable, and whether it is in a container.</summary>
    [Ioctl(IoctlMacro.IO, 3, Name = "VFIO_GROUP_GET_STATUS")]
    public static partial VfioGroupStatus GetStatus(this VfioGroup group);

    /// <summary>Puts the group into a container.</summary>
    [Ioctl(IoctlMacro.IO, 4, Name = "VFIO_GROUP_SET_CONTAINER")]
    [FailsWith(Errno.EPERM, "the group is not viable: a device of it is bound to a driver that is no VFIO driver (IommuGroup.BlockingDevices names them); or groups with and without IOMMU would mix")]
    [FailsWith(Errno.EINVAL, "the group is in a container already, or its IOMMU is not one that the container's other groups go with, or (before Linux 6.2) the file is not a container")]
    [FailsWith(Errno.EBADFD, "the file is not a container")]
    [FailsWith(Errno.ENODEV, "the group's devices are gone")]
    public static partial void SetContainer(this VfioGroup group, in VfioContainer container);

    /// <summary>Takes the group out of its container. All of its devices must be closed. With the last group the container loses its IOMMU type and all mappings.</summary>
    [Ioctl(IoctlMacro.IO, 5, Name = "VFIO_GROUP_UNSET_CONTAINER")]
    [FailsWith(Errno.EBUSY, "a device of the group is open: close it first")]
    [FailsWith(Errno.EINVAL, "the group is in no container")]
    [After(nameof(SetContainer))]
    public static partial void UnsetContainer(this VfioGroup group);

    /// <summary>Opens a device of the group, close-on-exec.</summary>
    /// <param name="group">The group.</param>
    /// <param name="name">The device as sysfs names it, <c>0000:06:0d.0</c>.</param>
    [Ioctl(IoctlMacro.IO, 6, Name = "VFIO_GROUP_GET_DEVICE_FD")]
    [FailsWith(Errno.ENODEV, "no device of that name is in the group and bound to a VFIO driver")]
    [FailsWith(Errno.EINVAL, "the group is in no container, or the container has no IOMMU type yet: SetContainer and SetIommu first")]
    [FailsWith(Errno.EACCES, "the device is a virtual function: its name wants the token that the owner of the physical function set, as in \"0000:06:0d.1 vf_token=...\"")]
    [FailsWith(Errno.EPERM, "a group without IOMMU needs CAP_SYS_RAWIO; over an iommufd: the group is not viable (IommuGroup.BlockingDevices names the devices), or the platform does not isolate interrupts")]
    [After(nameof(SetContainer))]
    public static partial VfioDevice GetDevice(this VfioGroup group, [CString] string name);

    /// <summary>As <see cref="GetDevice"/>, and never throws.</summary>
    [Ioctl(IoctlMacro.IO, 6, Name = "VFIO_GROUP_GET_DEVICE_FD")]
    [After(nameof(SetContainer))]
    public static partial Errno TryGetDevice(this VfioGroup group, [CString] string name, out VfioDevice device);
}
