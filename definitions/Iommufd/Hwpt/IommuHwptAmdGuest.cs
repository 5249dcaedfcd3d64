namespace IoctlSharp.Iommu;

/// <summary>A guest's AMD device table entry.</summary>
[KernelStruct("iommu_hwpt_amd_guest", Header = "linux/iommufd.h")]
[Since("7.2")]
public unsafe partial struct IommuHwptAmdGuest
{
    [Aligned(8)] private fixed ulong _dte[4];
}
