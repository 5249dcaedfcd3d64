namespace IoctlSharp.Iommu;

/// <summary>The queues of a Tegra241 CMDQV that failed, a bit each: little-endian.</summary>
[KernelStruct("iommu_vevent_tegra241_cmdqv", Header = "linux/iommufd.h")]
[Since("7.2")]
public unsafe partial struct IommuVeventTegra241Cmdqv
{
    [Aligned(8)] private fixed ulong _lvcmdqErrMap[2];
}
