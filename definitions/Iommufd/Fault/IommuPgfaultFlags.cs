using System;

namespace IoctlSharp.Iommu;

/// <summary>What a page fault says.</summary>
[Flags]
[KernelConstants("IOMMU_PGFAULT_FLAGS_", Header = "linux/iommufd.h")]
[Since("6.12")]
public enum IommuPgfaultFlags : uint
{
    /// <summary>The PASID means something.</summary>
    PasidValid = 1u << 0,

    /// <summary>It is the last of its group: the group is to be answered.</summary>
    LastPage = 1u << 1,
}
