namespace IoctlSharp.Iommu;

/// <summary>A guest's Intel VT-d first-stage page table.</summary>
[KernelStruct("iommu_hwpt_vtd_s1", Header = "linux/iommufd.h")]
[Since("6.12")]
public partial struct IommuHwptVtdS1
{
    /// <summary>How it is used.</summary>
    [Aligned(8)] public IommuHwptVtdS1Flags Flags;

    /// <summary>The address of its top level.</summary>
    [Aligned(8), CName("pgtbl_addr")] public ulong PageTableAddress;

    /// <summary>The width of addresses in bits.</summary>
    [CName("addr_width")] public uint AddressWidth;

    [Reserved, CName("__reserved")] private uint _reserved;
}
