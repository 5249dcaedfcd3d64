namespace IoctlSharp.Iommu;

/// <summary>What a hardware queue is.</summary>
[KernelConstants("IOMMU_HW_QUEUE_TYPE_", Header = "linux/iommufd.h")]
[Since("7.2")]
public enum IommuHwQueueType : uint
{
    /// <summary>Reserved.</summary>
    Default = 0,

    /// <summary>A virtual command queue of a Tegra241 CMDQV.</summary>
    Tegra241Cmdqv = 1,
}
