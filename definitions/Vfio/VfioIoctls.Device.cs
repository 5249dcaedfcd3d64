using System;

namespace IoctlSharp.Vfio;

/// <content>Devices.</content>
public static partial class VfioIoctls
{
    /// <summary>What the device is, with its capabilities.</summary>
    [Ioctl(IoctlMacro.IO, 7, Name = "VFIO_DEVICE_GET_INFO"), AskAgain]
    public static partial KernelBuffer<VfioDeviceInfo> GetInfo(this VfioDevice device);

    /// <summary>A region of the device, with its capabilities.</summary>
    /// <param name="device">The device.</param>
    /// <param name="index">Which region; for PCI a <see cref="VfioPciRegion"/>.</param>
    [Ioctl(IoctlMacro.IO, 8, Name = "VFIO_DEVICE_GET_REGION_INFO"), AskAgain]
    [FailsWith(Errno.EINVAL, "the device has no region of that index")]
    public static partial KernelBuffer<VfioRegionInfo> GetRegionInfo(this VfioDevice device, [Field(nameof(VfioRegionInfo.Index))] uint index);

    /// <summary>As <see cref="GetRegionInfo"/>, and never throws: a device without a region answers EINVAL.</summary>
    [Ioctl(IoctlMacro.IO, 8, Name = "VFIO_DEVICE_GET_REGION_INFO"), AskAgain]
    public static partial Errno TryGetRegionInfo(this VfioDevice device, [Field(nameof(VfioRegionInfo.Index))] uint index, out KernelBuffer<VfioRegionInfo> region);

    /// <summary>An interrupt index of the device.</summary>
    /// <param name="device">The device.</param>
    /// <param name="index">Which index; for PCI a <see cref="VfioPciIrq"/>.</param>
    [Ioctl(IoctlMacro.IO, 9, Name = "VFIO_DEVICE_GET_IRQ_INFO")]
    [FailsWith(Errno.EINVAL, "the device has no interrupt of that index")]
    public static partial VfioIrqInfo GetIrqInfo(this VfioDevice device, [Field(nameof(VfioIrqInfo.Index))] uint index);

    /// <summary>As <see cref="GetIrqInfo"/>, and never throws: a device without an interrupt answers EINVAL.</summary>
    [Ioctl(IoctlMacro.IO, 9, Name = "VFIO_DEVICE_GET_IRQ_INFO")]
    public static partial Errno TryGetIrqInfo(this VfioDevice device, [Field(nameof(VfioIrqInfo.Index))] uint index, out VfioIrqInfo irq);

    /// <summary>Acts on all interrupts of a range. A count of 0 with <see cref="VfioIrqSetFlags.ActionTrigger"/> disables the index.</summary>
    /// <param name="device">The device.</param>
    /// <param name="index">Which index; for PCI a <see cref="VfioPciIrq"/>.</param>
    /// <param name="action">One action.</param>
    /// <param name="start">The first interrupt of the range.</param>
    /// <param name="count">The number of interrupts.</param>
    [Ioctl(IoctlMacro.IO, 10, Name = "VFIO_DEVICE_SET_IRQS", Argument = typeof(VfioIrqSet)), Preset(nameof(VfioIrqSet.Flags), VfioIrqSetFlags.DataNone)]
    [FailsWith(Errno.EINVAL, "the range lies outside of the index, or another of INTx, MSI and MSI-X is enabled, or the index is not enabled and a trigger was asked for")]
    [FailsWith(Errno.ENOTTY, "the index cannot do that: only INTx can be masked and unmasked, and not masked by eventfd; an action is exactly one flag")]
    public static partial void SetIrqs(
        this VfioDevice device,
        [Field(nameof(VfioIrqSet.Index))] uint index,
        [Field(nameof(VfioIrqSet.Flags))] VfioIrqSetFlags action,
        [Field(nameof(VfioIrqSet.Start))] uint start,
        [Field(nameof(VfioIrqSet.Count))] uint count);

    /// <summary>Acts on the interrupts of a range that have a non-zero byte.</summary>
    /// <param name="device">The device.</param>
    /// <param name="index">Which index; for PCI a <see cref="VfioPciIrq"/>.</param>
    /// <param name="action">One action.</param>
    /// <param name="start">The first interrupt of the range.</param>
    /// <param name="which">A byte for each interrupt of the range.</param>
    [Ioctl(IoctlMacro.IO, 10, Name = "VFIO_DEVICE_SET_IRQS", Argument = typeof(VfioIrqSet)), Preset(nameof(VfioIrqSet.Flags), VfioIrqSetFlags.DataBool)]
    [FailsWith(Errno.EINVAL, "the range lies outside of the index, or another of INTx, MSI and MSI-X is enabled, or the index is not enabled and a trigger was asked for")]
    [FailsWith(Errno.ENOTTY, "the index cannot do that: only INTx can be masked and unmasked, and not masked by eventfd; an action is exactly one flag")]
    public static partial void SetIrqs(
        this VfioDevice device,
        [Field(nameof(VfioIrqSet.Index))] uint index,
        [Field(nameof(VfioIrqSet.Flags))] VfioIrqSetFlags action,
        [Field(nameof(VfioIrqSet.Start))] uint start,
        [Tail] ReadOnlySpan<byte> which);

    /// <summary>Binds an action to an eventfd for each interrupt of a range; null takes one away.</summary>
    /// <param name="device">The device.</param>
    /// <param name="index">Which index; for PCI a <see cref="VfioPciIrq"/>.</param>
    /// <param name="action">One action: with Trigger the interrupt signals the eventfd, with Unmask the eventfd unmasks.</param>
    /// <param name="start">The first interrupt of the range.</param>
    /// <param name="eventfds">An eventfd, or null, for each interrupt of the range. The kernel keeps its own reference.</param>
    /// <returns>0 when it is done. A positive number: none of them is enabled, because the system has only so many vectors left for the index; ask for no more.</returns>
    [Ioctl(IoctlMacro.IO, 10, Name = "VFIO_DEVICE_SET_IRQS", Argument = typeof(VfioIrqSet)), Preset(nameof(VfioIrqSet.Flags), VfioIrqSetFlags.DataEventfd)]
    [FailsWith(Errno.EINVAL, "the range lies outside of the index, or another of INTx, MSI and MSI-X is enabled, or the index is not enabled and a trigger was asked for")]
    [FailsWith(Errno.ENOTTY, "the index cannot do that: only INTx can be masked and unmasked, and not masked by eventfd; an action is exactly one flag")]
    [FailsWith(Errno.ENODEV, "the device has a pin, but the system gave it no interrupt line")]
    [FailsWith(Errno.ENOSPC, "the system has no vector left")]
    public static partial int SetIrqs(
        this VfioDevice device,
        [Field(nameof(VfioIrqSet.Index))] uint index,
        [Field(nameof(VfioIrqSet.Flags))] VfioIrqSetFlags action,
        [Field(nameof(VfioIrqSet.Start))] uint start,
        [Tail, Binds("unmask an INTx with ActionUnmask, which messages do not need")] ReadOnlySpan<EventFd?> eventfds);

    /// <summary>Resets the device.</summary>
    [Ioctl(IoctlMacro.IO, 11, Name = "VFIO_DEVICE_RESET")]
    [FailsWith(Errno.EINVAL, "the device cannot be reset by itself: its info lacks the flag Reset")]
    public static partial void Reset(this VfioDevice device);

    /// <summary>As <see cref="Reset"/>, and never throws.</summary>
    [Ioctl(IoctlMacro.IO, 11, Name = "VFIO_DEVICE_RESET")]
    public static partial Errno TryReset(this VfioDevice device);

    /// <summary>The devices that a hot reset of the device's bus or slot affects.</summary>
    [Ioctl(IoctlMacro.IO, 12, Name = "VFIO_DEVICE_GET_PCI_HOT_RESET_INFO"), AskAgain(Errno.ENOSPC, Count = nameof(VfioPciHotResetInfo.Count))]
    [FailsWith(Errno.ENODEV, "the device's bus or slot cannot be reset: it is the root bus")]
    public static partial KernelBuffer<VfioPciHotResetInfo> GetPciHotResetInfo(this VfioDevice device);

    /// <summary>Resets the device's bus or slot, and so every device on it.</summary>
    /// <param name="device">The device.</param>
    /// <param name="groups">The groups of all devices that the reset affects; none for a device that was opened by its own file.</param>
    [Ioctl(IoctlMacro.IO, 13, Name = "VFIO_DEVICE_PCI_HOT_RESET", Argument = typeof(VfioPciHotReset))]
    [FailsWith(Errno.EINVAL, "the groups are not all that the reset affects, see GetPciHotResetInfo; or one is no open group; or the device was opened by its own file and groups are given, or by its group and none is")]
    [FailsWith(Errno.ENODEV, "the device's bus or slot cannot be reset: it is the root bus")]
    public static partial void PciHotReset(this VfioDevice device, [Tail] params ReadOnlySpan<VfioGroup> groups);
}
