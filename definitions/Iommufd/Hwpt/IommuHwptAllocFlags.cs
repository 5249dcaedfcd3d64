using System;

namespace IoctlSharp.Iommu;

/// <summary>What a hardware page table is for.</summary>
[Flags]
[KernelConstants("IOMMU_HWPT_", Header = "linux/iommufd.h")]
[Since("6.12")]
public enum IommuHwptAllocFlags : uint
{
    /// <summary>Nested page tables can be built on it.</summary>
    [CName("IOMMU_HWPT_ALLOC_NEST_PARENT")]
    NestParent = 1u << 0,

    /// <summary>Only devices whose IOMMU tracks dirty pages can be attached.</summary>
    [CName("IOMMU_HWPT_ALLOC_DIRTY_TRACKING")]
    DirtyTracking = 1u << 1,

    /// <summary>Page faults go to the given queue.</summary>
    FaultIdValid = 1u << 2,

    /// <summary>It can be attached to a PASID. A device with a PASID attached needs this for its own page table too.</summary>
    [CName("IOMMU_HWPT_ALLOC_PASID")]
    [Since("7.2")]
    Pasid = 1u << 3,
}
