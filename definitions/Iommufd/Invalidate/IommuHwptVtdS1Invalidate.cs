namespace IoctlSharp.Iommu;

/// <summary>An Intel VT-d invalidation. Address 0 and all pages invalidate everything.</summary>
[KernelStruct("iommu_hwpt_vtd_s1_invalidate", Header = "linux/iommufd.h")]
[Since("6.12")]
public partial struct IommuHwptVtdS1Invalidate
{
    /// <summary>The first address; a multiple of 4 KiB, and 0 where all pages are meant.</summary>
    [Aligned(8), AlignedTo(4096), ZeroWhen(nameof(PageCount), ulong.MaxValue), CName("addr")] public ulong Address;

    /// <summary>The number of pages of 4 KiB; all ones for all of them.</summary>
    [Aligned(8), CName("npages")] public ulong PageCount;

    /// <summary>How far it goes.</summary>
    public IommuHwptVtdS1InvalidateFlags Flags;

    [Reserved, CName("__reserved")] private uint _reserved;
}
