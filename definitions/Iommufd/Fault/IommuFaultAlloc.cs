namespace IoctlSharp.Iommu;

/// <summary>A new queue of page faults.</summary>
[KernelStruct("iommu_fault_alloc", Header = "linux/iommufd.h")]
[Since("6.12")]
public partial struct IommuFaultAlloc
{
    [ArgSize] private uint _size;
    [Reserved] private uint _flags;

    /// <summary>The new queue.</summary>
    public FaultQueueId OutFaultId;

    /// <summary>Its file.</summary>
    [OwnedFd] public uint OutFaultFd;
}
