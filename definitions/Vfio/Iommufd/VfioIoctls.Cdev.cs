using System;
using IoctlSharp.Iommu;

namespace IoctlSharp.Vfio;

/// <content>Devices that belong to an iommufd.</content>
public static partial class VfioIoctls
{
    /// <summary>Puts the group into an iommufd instead of a container: the container's calls go to its compatibility address space, and sPAPR TCE and EEH do not exist there.</summary>
    [Ioctl(IoctlMacro.IO, 4, Name = "VFIO_GROUP_SET_CONTAINER")]
    [FailsWith(Errno.EINVAL, "the group is in a container already, or the kernel is older than Linux 6.2, or groups with and without an IOMMU do not share an iommufd")]
    [FailsWith(Errno.EBADFD, "the kernel lets no group into an iommufd: CONFIG_VFIO_GROUP with CONFIG_IOMMUFD")]
    public static partial void SetContainer(this VfioGroup group, in Iommufd iommufd);

    /// <summary>Binds the device to an iommufd, until it is closed. The result is its id there.</summary>
    [Ioctl(IoctlMacro.IO, 18, Name = "VFIO_DEVICE_BIND_IOMMUFD", Argument = typeof(VfioDeviceBindIommufd))]
    [FailsWith(Errno.EINVAL, "the device is bound already, by this file or another, or its DMA is not cache-coherent")]
    [FailsWith(Errno.EBADFD, "the file is no iommufd")]
    [FailsWith(Errno.EBUSY, "its group is open: a device belongs to its group or to its own file")]
    [FailsWith(Errno.EPERM, "a device of its group is bound to a driver that is no VFIO driver (IommuGroup.BlockingDevices names them), or to another iommufd; or the platform does not isolate interrupts: see the parameter allow_unsafe_interrupts of iommufd")]
    [FailsWith(Errno.EACCES, "the device is a virtual function, or has some in use: give the token that the owner of the physical function set")]
    [return: Field(nameof(VfioDeviceBindIommufd.OutDevid))]
    [Since("6.12")]
    public static partial DeviceId Bind(this VfioCdev device, [Field(nameof(VfioDeviceBindIommufd.Iommufd))] Iommufd iommufd);

    /// <summary>Binds a virtual function to an iommufd, until it is closed. The result is its id there.</summary>
    /// <param name="device">The device.</param>
    /// <param name="iommufd">The iommufd.</param>
    /// <param name="token">What <see cref="SetPciVfToken"/> set on the physical function: 16 bytes.</param>
    /// <exception cref="ArgumentException">The token is not 16 bytes.</exception>
    /// <exception cref="IoctlException">The kernel refused.</exception>
    [Ioctl(IoctlMacro.IO, 18, Name = "VFIO_DEVICE_BIND_IOMMUFD", Argument = typeof(VfioDeviceBindIommufd))]
    [Preset(nameof(VfioDeviceBindIommufd.Flags), VfioBindFlags.Token)]
    [FailsWith(Errno.EINVAL, "the device takes no token, as it is no virtual function and can have none, or it is bound already, by this file or another")]
    [FailsWith(Errno.EBADFD, "the file is no iommufd")]
    [FailsWith(Errno.EBUSY, "its group is open: a device belongs to its group or to its own file")]
    [FailsWith(Errno.EPERM, "a device of its group is bound to a driver that is no VFIO driver (IommuGroup.BlockingDevices names them), or to another iommufd; or the platform does not isolate interrupts: see the parameter allow_unsafe_interrupts of iommufd")]
    [FailsWith(Errno.EACCES, "the token is not the one that the owner of the physical function set")]
    [return: Field(nameof(VfioDeviceBindIommufd.OutDevid))]
    [Since("7.2")]
    public static partial DeviceId Bind(
        this VfioCdev device,
        [Field(nameof(VfioDeviceBindIommufd.Iommufd))] Iommufd iommufd,
        [Field(nameof(VfioDeviceBindIommufd.TokenUuidPtr)), FixedLength(16)] ReadOnlySpan<byte> token);

    /// <summary>Attaches the device to an I/O address space or a hardware page table, instead of what it was attached to.</summary>
    /// <param name="device">The device; it is bound.</param>
    /// <param name="pageTable">The address space or page table.</param>
    /// <returns>The address space, or the page table really attached.</returns>
    [Ioctl(IoctlMacro.IO, 19, Name = "VFIO_DEVICE_ATTACH_IOMMUFD_PT", Argument = typeof(VfioDeviceAttachIommufdPt))]
    [FailsWith(Errno.ENOENT, "the iommufd has nothing of that id that a device can be attached to")]
    [FailsWith(Errno.EINVAL, "the device is not bound, or its IOMMU cannot use that page table, or another device of its group is attached to another")]
    [FailsWith(Errno.EBUSY, "the device, or one of its group, is being reset")]
    [FailsWith(Errno.EADDRINUSE, "memory is mapped, or allowed to be, where the device cannot have any: see GetIovaRanges")]
    [FailsWith(Errno.ENOMEM, "what is mapped cannot be pinned: RLIMIT_MEMLOCK is too low for a process without CAP_IPC_LOCK (ulimit -l), or memory is short")]
    [FailsWith(Errno.EFAULT, "some of what is mapped is not there, or is read-only and the device is to write it")]
    [return: Field(nameof(VfioDeviceAttachIommufdPt.PtId))]
    [Since("6.12")]
    public static partial PageTableId Attach(this VfioCdev device, [Field(nameof(VfioDeviceAttachIommufdPt.PtId))] PageTableId pageTable);

    /// <summary>Attaches a PASID of the device to a hardware page table that was made with <see cref="IommuHwptAllocFlags.Pasid"/>.</summary>
    /// <param name="device">The device; it is bound, and its own page table was made with that flag too.</param>
    /// <param name="pageTable">The page table.</param>
    /// <param name="pasid">The PASID.</param>
    /// <returns>The page table really attached.</returns>
    [Ioctl(IoctlMacro.IO, 19, Name = "VFIO_DEVICE_ATTACH_IOMMUFD_PT", Argument = typeof(VfioDeviceAttachIommufdPt))]
    [Preset(nameof(VfioDeviceAttachIommufdPt.Flags), VfioAttachFlags.Pasid)]
    [FailsWith(Errno.EINVAL, "the page table, or that of the device itself, was not made for PASIDs (an address space alone never is), or the device has no such PASID")]
    [FailsWith(Errno.EOPNOTSUPP, "the device or its driver has no PASIDs")]
    [FailsWith(Errno.ENOENT, "the iommufd has no page table of that id")]
    [return: Field(nameof(VfioDeviceAttachIommufdPt.PtId))]
    [Since("7.2")]
    public static partial PageTableId AttachPasid(
        this VfioCdev device,
        [Field(nameof(VfioDeviceAttachIommufdPt.PtId))] PageTableId pageTable,
        [Field(nameof(VfioDeviceAttachIommufdPt.Pasid))] uint pasid);

    /// <summary>Detaches the device: its DMA is blocked.</summary>
    [Ioctl(IoctlMacro.IO, 20, Name = "VFIO_DEVICE_DETACH_IOMMUFD_PT", Argument = typeof(VfioDeviceDetachIommufdPt))]
    [Since("6.12")]
    public static partial void Detach(this VfioCdev device);

    /// <summary>Detaches a PASID of the device: its DMA is blocked.</summary>
    [Ioctl(IoctlMacro.IO, 20, Name = "VFIO_DEVICE_DETACH_IOMMUFD_PT", Argument = typeof(VfioDeviceDetachIommufdPt))]
    [Preset(nameof(VfioDeviceDetachIommufdPt.Flags), VfioDetachFlags.Pasid)]
    [FailsWith(Errno.EOPNOTSUPP, "the device or its driver has no PASIDs")]
    [Since("7.2")]
    public static partial void DetachPasid(this VfioCdev device, [Field(nameof(VfioDeviceDetachIommufdPt.Pasid))] uint pasid);
}
