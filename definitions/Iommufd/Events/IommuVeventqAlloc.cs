namespace IoctlSharp.Iommu;

/// <summary>A new queue of a vIOMMU's events.</summary>
[KernelStruct("iommu_veventq_alloc", Header = "linux/iommufd.h")]
[Since("7.2")]
public partial struct IommuVeventqAlloc
{
    [ArgSize] private uint _size;
    [Reserved] private uint _flags;

    /// <summary>The vIOMMU.</summary>
    [NonZero] public ViommuId ViommuId;

    /// <summary>What stands in the events.</summary>
    [NonZero] public IommuVeventqType Type;

    /// <summary>How many events it holds before it loses some.</summary>
    [NonZero] public uint VeventqDepth;

    /// <summary>The new queue.</summary>
    public EventQueueId OutVeventqId;

    /// <summary>Its file.</summary>
    [OwnedFd] public uint OutVeventqFd;

    [Reserved, CName("__reserved")] private uint _reserved;
}
