namespace IoctlSharp.Iommu;

/// <summary>A new hardware queue of a vIOMMU.</summary>
[KernelStruct("iommu_hw_queue_alloc", Header = "linux/iommufd.h")]
[Since("7.2")]
public partial struct IommuHwQueueAlloc
{
    [ArgSize] private uint _size;
    [Reserved] private uint _flags;

    /// <summary>The vIOMMU.</summary>
    [NonZero] public ViommuId ViommuId;

    /// <summary>What it is.</summary>
    [NonZero] public IommuHwQueueType Type;

    /// <summary>Its number; each type counts from 0.</summary>
    public uint Index;

    /// <summary>The new queue.</summary>
    public HwQueueId OutHwQueueId;

    /// <summary>Where its memory is in the guest's physical address space; of a Tegra241 CMDQV a multiple of the size.</summary>
    [Aligned(8), AlignedTo(nameof(Length), When = IommuHwQueueType.Tegra241Cmdqv)] public ulong NestingParentIova;

    /// <summary>The size of its memory in bytes; of a Tegra241 CMDQV a power of two, 32 or more.</summary>
    [Aligned(8), NonZero, PowerOfTwo(When = IommuHwQueueType.Tegra241Cmdqv), Range(32, long.MaxValue, When = IommuHwQueueType.Tegra241Cmdqv)] public ulong Length;
}
