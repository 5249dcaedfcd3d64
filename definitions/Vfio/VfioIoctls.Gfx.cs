using System;

namespace IoctlSharp.Vfio;

/// <content>Virtual displays, and writes that an eventfd starts.</content>
public static partial class VfioIoctls
{
    /// <summary>A plane of a virtual display.</summary>
    /// <param name="device">The device.</param>
    /// <param name="form">The form: <see cref="VfioGfxPlaneFlags.DmaBuf"/> or <see cref="VfioGfxPlaneFlags.Region"/>, alone.</param>
    /// <param name="plane">Which plane: <c>DRM_PLANE_TYPE_*</c>.</param>
    [Ioctl(IoctlMacro.IO, 14, Name = "VFIO_DEVICE_QUERY_GFX_PLANE")]
    [FailsWith(Errno.EINVAL, "the device has no planes of that form, or the form is not exactly one")]
    [FailsWith(Errno.ENOTTY, "the device has no display")]
    public static partial VfioDeviceGfxPlaneInfo QueryGfxPlane(
        this VfioDevice device,
        [Field(nameof(VfioDeviceGfxPlaneInfo.Flags))] VfioGfxPlaneFlags form,
        [Field(nameof(VfioDeviceGfxPlaneInfo.DrmPlaneType))] uint plane);

    /// <summary>Whether the device has planes of a form: <see cref="Errno.None"/> if so.</summary>
    /// <param name="device">The device.</param>
    /// <param name="form">The form: <see cref="VfioGfxPlaneFlags.DmaBuf"/> or <see cref="VfioGfxPlaneFlags.Region"/>, alone.</param>
    [Ioctl(IoctlMacro.IO, 14, Name = "VFIO_DEVICE_QUERY_GFX_PLANE", Argument = typeof(VfioDeviceGfxPlaneInfo))]
    [Preset(nameof(VfioDeviceGfxPlaneInfo.Flags), VfioGfxPlaneFlags.Probe)]
    public static partial Errno ProbeGfxPlane(this VfioDevice device, [Field(nameof(VfioDeviceGfxPlaneInfo.Flags))] VfioGfxPlaneFlags form);

    /// <summary>The dma-buf of a plane.</summary>
    /// <param name="device">The device.</param>
    /// <param name="id">The id that <see cref="QueryGfxPlane"/> told.</param>
    [Ioctl(IoctlMacro.IO, 15, Name = "VFIO_DEVICE_GET_GFX_DMABUF")]
    [FailsWith(Errno.ENOENT, "the device has no dma-buf of that id: ask for the plane again")]
    [FailsWith(Errno.EINVAL, "the device has no dma-buf of that id, or cannot make it")]
    [FailsWith(Errno.ENOTTY, "the device gives no dma-bufs of a display")]
    public static partial VfioDmaBuf GetGfxDmaBuf(this VfioDevice device, in uint id);

    /// <summary>Has the kernel write to the device whenever an eventfd is signalled.</summary>
    /// <param name="device">The device.</param>
    /// <param name="write">The write.</param>
    /// <param name="eventfd">The eventfd; null ends that very write. The kernel keeps its own reference.</param>
    [Ioctl(IoctlMacro.IO, 16, Name = "VFIO_DEVICE_IOEVENTFD")]
    [FailsWith(Errno.EINVAL, "the place is no BAR that can be written, or belongs to the MSI-X table, or the width is not exactly one, or does not fit the place; vfio-pci has none of 64 bits")]
    [FailsWith(Errno.EEXIST, "the same write is set already")]
    [FailsWith(Errno.ENODEV, "there is no such write to end")]
    [FailsWith(Errno.ENOSPC, "the device has as many such writes as the kernel allows")]
    public static partial void SetIoEventFd(this VfioDevice device, in VfioDeviceIoeventfd write, [Field(nameof(VfioDeviceIoeventfd.Fd))] EventFd? eventfd);
}
