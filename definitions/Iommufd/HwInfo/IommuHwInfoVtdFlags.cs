using System;

namespace IoctlSharp.Iommu;

/// <summary>What is special about an Intel VT-d IOMMU.</summary>
[Flags]
[KernelConstants("IOMMU_HW_INFO_VTD_", Header = "linux/iommufd.h")]
[Since("6.12")]
public enum IommuHwInfoVtdFlags : uint
{
    /// <summary>No read-only mappings in the parent of nested page tables.</summary>
    [CName("IOMMU_HW_INFO_VTD_ERRATA_772415_SPR17")]
    Errata772415Spr17 = 1u << 0,
}
