using System;

namespace IoctlSharp.Iommu;

/// <content>Page-fault queues; vIOMMUs, their devices, events and queues.</content>
public static partial class IommufdIoctls
{
    /// <summary>Makes a queue of page faults.</summary>
    /// <param name="iommufd">The iommufd.</param>
    /// <param name="id">The queue's id, for <see cref="IommuHwptAlloc.FaultId"/>.</param>
    /// <param name="queue">The queue's file.</param>
    [Ioctl(IoctlMacro.IO, 14, Name = "IOMMU_FAULT_QUEUE_ALLOC", Argument = typeof(IommuFaultAlloc))]
    public static partial void AllocateFaultQueue(
        this Iommufd iommufd,
        [Field(nameof(IommuFaultAlloc.OutFaultId))] out FaultQueueId id,
        [Field(nameof(IommuFaultAlloc.OutFaultFd))] out FaultQueue queue);

    /// <summary>Makes a vIOMMU: a guest's slice of an IOMMU.</summary>
    [Ioctl(IoctlMacro.IO, 16, Name = "IOMMU_VIOMMU_ALLOC")]
    [FailsWith(Errno.EOPNOTSUPP, "the IOMMU of the device has no vIOMMUs of that type")]
    [FailsWith(Errno.EINVAL, "the page table was not made with NestParent")]
    [FailsWith(Errno.ENOENT, "the iommufd has no device, or no page table, of that id")]
    [return: Field(nameof(IommuViommuAlloc.OutViommuId))]
    [Since("7.2")]
    public static partial ViommuId AllocateViommu(this Iommufd iommufd, in IommuViommuAlloc viommu);

    /// <summary>Makes a vIOMMU whose type has data of its own.</summary>
    /// <param name="iommufd">The iommufd.</param>
    /// <param name="viommu">The vIOMMU.</param>
    /// <param name="data">The bytes of the type's struct, which the kernel fills, where no other overload knows it.</param>
    [Ioctl(IoctlMacro.IO, 16, Name = "IOMMU_VIOMMU_ALLOC")]
    [FailsWith(Errno.EOPNOTSUPP, "the IOMMU of the device has no vIOMMUs of that type")]
    [FailsWith(Errno.EINVAL, "the page table was not made with NestParent")]
    [FailsWith(Errno.ENOENT, "the iommufd has no device, or no page table, of that id")]
    [return: Field(nameof(IommuViommuAlloc.OutViommuId))]
    [Since("7.2")]
    public static partial ViommuId AllocateViommu(
        this Iommufd iommufd,
        in IommuViommuAlloc viommu,
        [Field(nameof(IommuViommuAlloc.DataUptr), Length = nameof(IommuViommuAlloc.DataLen))] Span<byte> data);

    /// <summary>Makes a vIOMMU of a Tegra241 CMDQV, which has data of its own.</summary>
    /// <param name="iommufd">The iommufd.</param>
    /// <param name="viommu">The vIOMMU. The call sets its type.</param>
    /// <param name="data">Where its virtual interface can be mapped.</param>
    [Ioctl(IoctlMacro.IO, 16, Name = "IOMMU_VIOMMU_ALLOC"), Preset(nameof(IommuViommuAlloc.Type), IommuViommuType.Tegra241Cmdqv)]
    [return: Field(nameof(IommuViommuAlloc.OutViommuId))]
    [Since("7.2")]
    public static partial ViommuId AllocateViommu(
        this Iommufd iommufd,
        in IommuViommuAlloc viommu,
        [Field(nameof(IommuViommuAlloc.DataUptr), ByteLength = nameof(IommuViommuAlloc.DataLen))] out IommuViommuTegra241Cmdqv data);

    /// <summary>Makes a vDevice: a guest's view of a device. Destroy it before the device's file is closed.</summary>
    /// <param name="iommufd">The iommufd.</param>
    /// <param name="viommu">The vIOMMU it stands behind.</param>
    /// <param name="device">The device.</param>
    /// <param name="virtualId">The guest's id of it: stream id, device id or requester id.</param>
    [Ioctl(IoctlMacro.IO, 17, Name = "IOMMU_VDEVICE_ALLOC", Argument = typeof(IommuVdeviceAlloc))]
    [FailsWith(Errno.EEXIST, "the device has a vDevice already, or the vIOMMU has one of that id")]
    [FailsWith(Errno.EINVAL, "the device stands behind another IOMMU than the vIOMMU")]
    [FailsWith(Errno.ENOENT, "the iommufd has no vIOMMU, or no device, of that id")]
    [return: Field(nameof(IommuVdeviceAlloc.OutVdeviceId))]
    [Since("7.2")]
    public static partial VdeviceId AllocateVdevice(
        this Iommufd iommufd,
        [Field(nameof(IommuVdeviceAlloc.ViommuId))] ViommuId viommu,
        [Field(nameof(IommuVdeviceAlloc.DevId))] DeviceId device,
        [Field(nameof(IommuVdeviceAlloc.VirtId))] ulong virtualId);

    /// <summary>Makes a queue of a vIOMMU's events, one of each type.</summary>
    /// <param name="iommufd">The iommufd.</param>
    /// <param name="viommu">The vIOMMU.</param>
    /// <param name="type">What stands in the events.</param>
    /// <param name="depth">How many events it holds before it loses some.</param>
    /// <param name="id">The queue's id.</param>
    /// <param name="queue">The queue's file.</param>
    [Ioctl(IoctlMacro.IO, 19, Name = "IOMMU_VEVENTQ_ALLOC", Argument = typeof(IommuVeventqAlloc))]
    [FailsWith(Errno.EEXIST, "the vIOMMU has a queue of that type already")]
    [FailsWith(Errno.EOPNOTSUPP, "the type is none; a type that the vIOMMU does not have makes a queue that stays empty")]
    [FailsWith(Errno.EINVAL, "the depth is 0, or above 524288")]
    [FailsWith(Errno.ENOENT, "the iommufd has no vIOMMU of that id")]
    [Since("7.2")]
    public static partial void AllocateEventQueue(
        this Iommufd iommufd,
        [Field(nameof(IommuVeventqAlloc.ViommuId))] ViommuId viommu,
        [Field(nameof(IommuVeventqAlloc.Type))] IommuVeventqType type,
        [Field(nameof(IommuVeventqAlloc.VeventqDepth))] uint depth,
        [Field(nameof(IommuVeventqAlloc.OutVeventqId))] out EventQueueId id,
        [Field(nameof(IommuVeventqAlloc.OutVeventqFd))] out EventQueue queue);

    /// <summary>Makes a hardware queue of a vIOMMU, which works in a guest's memory.</summary>
    [Ioctl(IoctlMacro.IO, 20, Name = "IOMMU_HW_QUEUE_ALLOC")]
    [FailsWith(Errno.EOPNOTSUPP, "the vIOMMU has no queues of that type")]
    [FailsWith(Errno.EEXIST, "the vIOMMU has a queue of that index already")]
    [FailsWith(Errno.ENOENT, "the queue's memory is not mapped in the parent page table, or the iommufd has no vIOMMU of that id")]
    [FailsWith(Errno.EFAULT, "the queue's memory is not physically contiguous")]
    [FailsWith(Errno.EINVAL, "the length is 0, or the vIOMMU takes no queue of that index or size")]
    [return: Field(nameof(IommuHwQueueAlloc.OutHwQueueId))]
    [Since("7.2")]
    public static partial HwQueueId AllocateHwQueue(this Iommufd iommufd, in IommuHwQueueAlloc queue);
}
