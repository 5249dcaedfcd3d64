namespace IoctlSharp.Iommu;

/// <summary>The account of pinned memory moves to the calling process.</summary>
[KernelStruct("iommu_ioas_change_process", Header = "linux/iommufd.h")]
[Since("7.2")]
public partial struct IommuIoasChangeProcess
{
    [ArgSize] private uint _size;
    [Reserved, CName("__reserved")] private uint _reserved;
}
