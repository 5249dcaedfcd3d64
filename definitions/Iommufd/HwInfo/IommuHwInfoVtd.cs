namespace IoctlSharp.Iommu;

/// <summary>An Intel VT-d IOMMU.</summary>
[KernelStruct("iommu_hw_info_vtd", Header = "linux/iommufd.h")]
[Since("6.12")]
public partial struct IommuHwInfoVtd
{
    /// <summary>What is special about it.</summary>
    public IommuHwInfoVtdFlags Flags;

    [Reserved, CName("__reserved")] private uint _reserved;

    /// <summary>The capability register.</summary>
    [Aligned(8)] public ulong CapReg;

    /// <summary>The extended capability register.</summary>
    [Aligned(8)] public ulong EcapReg;
}
