namespace IoctlSharp.Iommu;

/// <summary>A new hardware queue of a vIOMMU.</summary>
[KernelStruct("iommu_hw_queue_alloc", Header = "linux/iommufd.h")]
[Since("7.2")]
public partial struct IommuHwQueueAlloc
{
    [ArgSize] private uint _size;
    [Reserved] private uint _flags;

    /// <summary>The vIOMMU.</summary>
    public ViommuId ViommuId;

    /// <summary>What it is.</summary>
    [NonZero] public IommuHwQueueType Type;

    /// <summary>Its number; each type counts from 0.</summary>
    public uint Index;

    /// <summary>The new queue.</summary>
    public HwQueueId OutHwQueueId;

    /// <summary>Where its memory is in the guest's physical address space.</summary>
    [Aligned(8)] public ulong NestingParentIova;

    /// <summary>The size of its memory in bytes.</summary>
    [Aligned(8), NonZero] public ulong Length;
}
