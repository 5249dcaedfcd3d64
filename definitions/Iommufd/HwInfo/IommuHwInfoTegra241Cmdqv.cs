namespace IoctlSharp.Iommu;

/// <summary>An NVIDIA Tegra241 CMDQV, an extension of the Arm SMMUv3.</summary>
[KernelStruct("iommu_hw_info_tegra241_cmdqv", Header = "linux/iommufd.h")]
[Since("7.2")]
public partial struct IommuHwInfoTegra241Cmdqv
{
    [Reserved] private uint _flags;

    /// <summary>The version.</summary>
    public byte Version;

    /// <summary>The number of virtual command queues as a power of two.</summary>
    [CName("log2vcmdqs")] public byte LogQueueCount;

    /// <summary>The number of stream id replacements as a power of two.</summary>
    [CName("log2vsids")] public byte LogStreamIdCount;

    [Reserved, CName("__reserved")] private byte _reserved;
}
