using System;

namespace IoctlSharp.Vfio;

/// <content>Features of devices: sleep, bus mastering, tokens, dma-bufs, zPCI errors.</content>
public static partial class VfioIoctls
{
    private const int TokenSize = 16;
    private const uint CloseOnExec = 0x80000;
    private const uint ReadWrite = 2;

    [Ioctl(IoctlMacro.IO, 17, Name = "VFIO_DEVICE_FEATURE", Argument = typeof(VfioDeviceFeature))]
    [Preset(nameof(VfioDeviceFeature.Flags), (VfioDeviceFeatureFlags)VfioFeature.PciVfToken | VfioDeviceFeatureFlags.Set)]
    [FailsWith(Errno.ENOTTY, "the device is no PCI physical function that can have virtual ones (SR-IOV)")]
    private static partial void SetPciVfTokenBytes(this VfioDevice device, [Tail] ReadOnlySpan<byte> token);

    /// <summary>Sets the secret that whoever opens a virtual function of this device must show.</summary>
    /// <param name="device">The physical function.</param>
    /// <param name="token">A UUID: 16 bytes as its text has them, most significant first.</param>
    /// <exception cref="ArgumentException">The token is not 16 bytes.</exception>
    /// <exception cref="IoctlException">The kernel refused.</exception>
#if NET
    [System.Runtime.Versioning.SupportedOSPlatform("linux")]
#endif
    public static void SetPciVfToken(this VfioDevice device, ReadOnlySpan<byte> token) => device.SetPciVfTokenBytes(Token(token));

    private static ReadOnlySpan<byte> Token(ReadOnlySpan<byte> token) =>
        token.Length == TokenSize ? token : throw new ArgumentException($"A token is {TokenSize} bytes, not {token.Length}.", nameof(token));

    /// <summary>Lets the device sleep when it is idle. Access to its mapped regions is off until <see cref="ExitLowPower"/>.</summary>
    [Ioctl(IoctlMacro.IO, 17, Name = "VFIO_DEVICE_FEATURE", Argument = typeof(VfioDeviceFeature))]
    [Preset(nameof(VfioDeviceFeature.Flags), (VfioDeviceFeatureFlags)VfioFeature.LowPowerEntry | VfioDeviceFeatureFlags.Set)]
    [FailsWith(Errno.ENOTTY, "the device has no such feature")]
    [FailsWith(Errno.EINVAL, "the device is in that state already: keep it awake first")]
    public static partial void EnterLowPower(this VfioDevice device);

    [Ioctl(IoctlMacro.IO, 17, Name = "VFIO_DEVICE_FEATURE", Argument = typeof(VfioDeviceFeature))]
    [Preset(nameof(VfioDeviceFeature.Flags), (VfioDeviceFeatureFlags)VfioFeature.LowPowerEntryWithWakeup | VfioDeviceFeatureFlags.Set)]
    [FailsWith(Errno.ENOTTY, "the device has no such feature")]
    [FailsWith(Errno.EINVAL, "the device is in that state already, or the handle is no eventfd")]
    private static partial void EnterLowPowerAndSignal(this VfioDevice device, [Tail] in VfioDeviceLowPowerEntryWithWakeup wakeup);

    /// <summary>As <see cref="EnterLowPower(VfioDevice)"/>, and signals when the device wakes; it does not sleep again by itself.</summary>
    /// <param name="device">The device.</param>
    /// <param name="wakeup">Signalled when the device wakes. The kernel keeps its own reference.</param>
    /// <exception cref="ArgumentNullException">There is no eventfd.</exception>
    /// <exception cref="ObjectDisposedException">A handle is disposed.</exception>
    /// <exception cref="IoctlException">The kernel refused.</exception>
#if NET
    [System.Runtime.Versioning.SupportedOSPlatform("linux")]
#endif
    public static void EnterLowPower(this VfioDevice device, EventFd wakeup)
    {
        using var fd = new BorrowedFd(wakeup, nameof(wakeup));
        device.EnterLowPowerAndSignal(new VfioDeviceLowPowerEntryWithWakeup { WakeupEventfd = fd.Value });
    }

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

    [Ioctl(IoctlMacro.IO, 17, Name = "VFIO_DEVICE_FEATURE", Argument = typeof(VfioDeviceFeature))]
    [Preset(nameof(VfioDeviceFeature.Flags), (VfioDeviceFeatureFlags)VfioFeature.DmaBuf | VfioDeviceFeatureFlags.Get)]
    [FailsWith(Errno.ENOTTY, "the device has no such feature: it is no PCI device, or the kernel lacks CONFIG_VFIO_PCI_DMABUF")]
    [FailsWith(Errno.EINVAL, "a part is empty, not a multiple of the page size or outside of the region, or the region is not memory")]
    [FailsWith(Errno.ENODEV, "the region is no BAR that the device has")]
    [FailsWith(Errno.EOVERFLOW, "a part goes beyond the last address")]
    [FailsWith(Errno.EOPNOTSUPP, "the device's memory cannot be reached by other devices (PCI peer-to-peer)")]
    [Since("7.2")]
    private static partial VfioDmaBuf ExportDmaBufBytes(this VfioDevice device, [Tail] ReadOnlySpan<byte> request);

    /// <summary>Makes a dma-buf of parts of a region, for other drivers.</summary>
    /// <param name="device">The device.</param>
    /// <param name="region">The region, as a <see cref="VfioPciRegion"/>.</param>
    /// <param name="parts">The parts: multiples of the page size.</param>
    /// <exception cref="ArgumentException">There are no parts.</exception>
    /// <exception cref="IoctlException">The kernel refused.</exception>
    [Since("7.2")]
#if NET
    [System.Runtime.Versioning.SupportedOSPlatform("linux")]
#endif
    public static VfioDmaBuf ExportDmaBuf(this VfioDevice device, uint region, params ReadOnlySpan<VfioRegionDmaRange> parts)
    {
        if (parts.IsEmpty)
            throw new ArgumentException("A dma-buf has at least one part.", nameof(parts));
        var head = new VfioDeviceFeatureDmaBuf { RegionIndex = region, OpenFlags = CloseOnExec | ReadWrite, Count = (uint)parts.Length };
        return device.ExportDmaBufBytes(FeaturePayload.Join(head, parts));
    }

    [Ioctl(IoctlMacro.IO, 17, Name = "VFIO_DEVICE_FEATURE", Argument = typeof(VfioDeviceFeature))]
    [Preset(nameof(VfioDeviceFeature.Flags), (VfioDeviceFeatureFlags)VfioFeature.ZpciError | VfioDeviceFeatureFlags.Get)]
    [FailsWith(Errno.ENOTTY, "the device has no such feature")]
    [FailsWith(Errno.ENOMSG, "there is no error to tell of")]
    [FailsWith(Errno.EFAULT, "the buffer is not there")]
    [Since("7.3")]
    private static partial void GetZpciErrorAt(this VfioDevice device, [Tail] in VfioDeviceFeatureZpciErr error);

    /// <summary>The oldest error event of a zPCI function (s390), which is taken from the queue.</summary>
    /// <param name="device">The device.</param>
    /// <param name="error">Takes the event: as many bytes as <see cref="VfioDeviceInfoCapZpciBase.CcdfErrLength"/> says.</param>
    /// <param name="length">That length.</param>
    /// <exception cref="ArgumentException">The buffer is shorter: the kernel would write behind it.</exception>
    /// <exception cref="IoctlException">The kernel refused.</exception>
    [Since("7.3")]
#if NET
    [System.Runtime.Versioning.SupportedOSPlatform("linux")]
#endif
    public static unsafe void GetZpciError(this VfioDevice device, Span<byte> error, uint length)
    {
        if ((uint)error.Length < length)
            throw new ArgumentException($"An event has {length} bytes, the buffer {error.Length}.", nameof(error));
        fixed (byte* pointer = error)
            device.GetZpciErrorAt(new VfioDeviceFeatureZpciErr { Data = (UserPointer)pointer });
    }
}
