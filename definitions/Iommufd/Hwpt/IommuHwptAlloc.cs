namespace IoctlSharp.Iommu;

/// <summary>A new hardware page table.</summary>
[KernelStruct("iommu_hwpt_alloc", Header = "linux/iommufd.h")]
[Since("6.12")]
public partial struct IommuHwptAlloc
{
    [ArgSize] private uint _size;

    /// <summary>What it is for.</summary>
    public IommuHwptAllocFlags Flags;

    /// <summary>The device it is made for.</summary>
    [NonZero] public DeviceId DevId;

    /// <summary>The address space whose mappings it has; for a nested one its parent or a vIOMMU.</summary>
    [NonZero] public PageTableId PtId;

    /// <summary>The new page table.</summary>
    public HwptId OutHwptId;

    [Reserved, CName("__reserved")] private uint _reserved;

    /// <summary>What the data is; none for a parent of nested page tables.</summary>
    [ZeroWhen(nameof(Flags), IommuHwptAllocFlags.NestParent)] public IommuHwptDataType DataType;

    /// <summary>The length of the data in bytes; the call sets it.</summary>
    [ZeroWhen(nameof(DataType), IommuHwptDataType.None), NonZero(Unless = IommuHwptDataType.None)] public uint DataLen;

    /// <summary>The address of the data; the call sets it.</summary>
    [Aligned(8), CallMemory, ZeroWhen(nameof(DataType), IommuHwptDataType.None), NonZero(Unless = IommuHwptDataType.None)]
    public UserPointer DataUptr;

    /// <summary>The queue of its page faults, with <see cref="IommuHwptAllocFlags.FaultIdValid"/>.</summary>
    [ValidWhen(nameof(Flags), IommuHwptAllocFlags.FaultIdValid), NonZero(When = IommuHwptAllocFlags.FaultIdValid)] public FaultQueueId FaultId;

    [Reserved, CName("__reserved2")] private uint _reserved2;
}
