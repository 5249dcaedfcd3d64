using System;

namespace IoctlSharp.Iommu;

/// <summary>How an Intel VT-d first-stage page table is used.</summary>
[Flags]
[KernelConstants("IOMMU_VTD_S1_", Header = "linux/iommufd.h")]
[Since("6.12")]
public enum IommuHwptVtdS1Flags : ulong
{
    /// <summary>Supervisor requests are allowed.</summary>
    [CName("IOMMU_VTD_S1_SRE")]
    SupervisorRequest = 1ul << 0,

    /// <summary>The extended access bit is used.</summary>
    [CName("IOMMU_VTD_S1_EAFE")]
    ExtendedAccess = 1ul << 1,

    /// <summary>Write protection holds for supervisor requests.</summary>
    [CName("IOMMU_VTD_S1_WPE")]
    WriteProtect = 1ul << 2,
}
