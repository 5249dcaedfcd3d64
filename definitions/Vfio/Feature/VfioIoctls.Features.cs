using System;

namespace IoctlSharp.Vfio;

/// <content>Features of devices: sleep, bus mastering, tokens, dma-bufs, zPCI errors.</content>
public static partial class VfioIoctls
{
    private const uint CloseOnExec = 0x80000;
    private const uint ReadWrite = 2;

    /// <summary>Sets the secret that whoever opens a virtual function of this device must show.</summary>
    /// <param name="device">The physical function.</param>
    /// <param name="token">A UUID: 16 bytes as its text has them, most significant first.</param>
    /// <exception cref="ArgumentException">The token is not 16 bytes.</exception>
    /// <exception cref="IoctlException">The kernel refused.</exception>
    [Ioctl(IoctlMacro.IO, 17, Name = "VFIO_DEVICE_FEATURE", Argument = typeof(VfioDeviceFeature))]
    [Preset(nameof(VfioDeviceFeature.Flags), (VfioDeviceFeatureFlags)VfioFeature.PciVfToken | VfioDeviceFeatureFlags.Set)]
    [FailsWith(Errno.ENOTTY, "the device is no PCI physical function that can have virtual ones (SR-IOV)")]
    public static partial void SetPciVfToken(this VfioDevice device, [Tail, FixedLength(16)] ReadOnlySpan<byte> token);

    /// <summary>Lets the device sleep when it is idle. Access to its mapped regions is off until <see cref="ExitLowPower"/>.</summary>
    [Ioctl(IoctlMacro.IO, 17, Name = "VFIO_DEVICE_FEATURE", Argument = typeof(VfioDeviceFeature))]
    [Preset(nameof(VfioDeviceFeature.Flags), (VfioDeviceFeatureFlags)VfioFeature.LowPowerEntry | VfioDeviceFeatureFlags.Set)]
    [FailsWith(Errno.ENOTTY, "the device has no such feature")]
    [FailsWith(Errno.EINVAL, "the device is in that state already: keep it awake first")]
    public static partial void EnterLowPower(this VfioDevice device);

    /// <summary>As <see cref="EnterLowPower(VfioDevice)"/>, and signals when the device wakes; it does not sleep again by itself.</summary>
    /// <param name="device">The device.</param>
    /// <param name="wakeup">Signalled when the device wakes. The kernel keeps its own reference.</param>
    /// <exception cref="ArgumentNullException">There is no eventfd.</exception>
    /// <exception cref="ObjectDisposedException">A handle is disposed.</exception>
    /// <exception cref="IoctlException">The kernel refused.</exception>
    [Ioctl(IoctlMacro.IO, 17, Name = "VFIO_DEVICE_FEATURE", Argument = typeof(VfioDeviceFeature), Tail = typeof(VfioDeviceLowPowerEntryWithWakeup))]
    [Preset(nameof(VfioDeviceFeature.Flags), (VfioDeviceFeatureFlags)VfioFeature.LowPowerEntryWithWakeup | VfioDeviceFeatureFlags.Set)]
    [FailsWith(Errno.ENOTTY, "the device has no such feature")]
    [FailsWith(Errno.EINVAL, "the device is in that state already, or the handle is no eventfd")]
    public static partial void EnterLowPower(this VfioDevice device, [Field(nameof(VfioDeviceLowPowerEntryWithWakeup.WakeupEventfd))] EventFd wakeup);

    /// <summary>Keeps the device awake.</summary>
    [Ioctl(IoctlMacro.IO, 17, Name = "VFIO_DEVICE_FEATURE", Argument = typeof(VfioDeviceFeature))]
    [Preset(nameof(VfioDeviceFeature.Flags), (VfioDeviceFeatureFlags)VfioFeature.LowPowerExit | VfioDeviceFeatureFlags.Set)]
    [FailsWith(Errno.ENOTTY, "the device has no such feature")]
    public static partial void ExitLowPower(this VfioDevice device);

    /// <summary>Allows or forbids the DMA of a device that is on no PCI bus: a PCI device's command register does it.</summary>
    [Ioctl(IoctlMacro.IO, 17, Name = "VFIO_DEVICE_FEATURE", Argument = typeof(VfioDeviceFeature))]
    [Preset(nameof(VfioDeviceFeature.Flags), (VfioDeviceFeatureFlags)VfioFeature.BusMaster | VfioDeviceFeatureFlags.Set)]
    [FailsWith(Errno.ENOTTY, "the device has no such feature: only those on the CDX bus can")]
    [FailsWith(Errno.EINVAL, "the operation is neither Set nor Clear")]
    [Since("6.12")]
    public static partial void SetBusMaster(this VfioDevice device, [Tail] in VfioDeviceFeatureBusMaster master);

    /// <summary>Makes a dma-buf of parts of a region, for other drivers.</summary>
    /// <param name="device">The device.</param>
    /// <param name="region">The region, as a <see cref="VfioPciRegion"/>.</param>
    /// <param name="parts">The parts, one at least: multiples of the page size.</param>
    /// <exception cref="IoctlException">The kernel refused.</exception>
    [Ioctl(IoctlMacro.IO, 17, Name = "VFIO_DEVICE_FEATURE", Argument = typeof(VfioDeviceFeature), Tail = typeof(VfioDeviceFeatureDmaBuf))]
    [Preset(nameof(VfioDeviceFeature.Flags), (VfioDeviceFeatureFlags)VfioFeature.DmaBuf | VfioDeviceFeatureFlags.Get)]
    [Preset(nameof(VfioDeviceFeatureDmaBuf.OpenFlags), CloseOnExec | ReadWrite)]
    [FailsWith(Errno.ENOTTY, "the device has no such feature: it is no PCI device, or the kernel lacks CONFIG_VFIO_PCI_DMABUF")]
    [FailsWith(Errno.EINVAL, "there are no parts, or one is empty, not a multiple of the page size or outside of the region, or the region is not memory")]
    [FailsWith(Errno.ENODEV, "the region is no BAR that the device has")]
    [FailsWith(Errno.EOVERFLOW, "a part goes beyond the last address")]
    [FailsWith(Errno.EOPNOTSUPP, "the device's memory cannot be reached by other devices (PCI peer-to-peer)")]
    [Since("7.2")]
    public static partial VfioDmaBuf ExportDmaBuf(
        this VfioDevice device,
        [Field(nameof(VfioDeviceFeatureDmaBuf.RegionIndex))] uint region,
        [Tail] params ReadOnlySpan<VfioRegionDmaRange> parts);

    /// <summary>The oldest error event of a zPCI function (s390), which is taken from the queue.</summary>
    /// <param name="device">The device.</param>
    /// <param name="error">Takes the event: as many bytes as <see cref="VfioDeviceInfoCapZpciBase.CcdfErrLength"/> says.</param>
    /// <param name="length">That length.</param>
    /// <exception cref="ArgumentException">The buffer is shorter: the kernel would write behind it.</exception>
    /// <exception cref="IoctlException">The kernel refused.</exception>
    [Ioctl(IoctlMacro.IO, 17, Name = "VFIO_DEVICE_FEATURE", Argument = typeof(VfioDeviceFeature), Tail = typeof(VfioDeviceFeatureZpciErr))]
    [Preset(nameof(VfioDeviceFeature.Flags), (VfioDeviceFeatureFlags)VfioFeature.ZpciError | VfioDeviceFeatureFlags.Get)]
    [FailsWith(Errno.ENOTTY, "the device has no such feature")]
    [FailsWith(Errno.ENOMSG, "there is no error to tell of")]
    [FailsWith(Errno.EFAULT, "the buffer is not there")]
    [Since("7.3")]
    public static partial void GetZpciError(
        this VfioDevice device,
        [Field(nameof(VfioDeviceFeatureZpciErr.Data)), MinimumLength(nameof(length))] Span<byte> error,
        uint length);
}
