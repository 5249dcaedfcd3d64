namespace IoctlSharp.Iommu;

/// <summary>The object to destroy.</summary>
[KernelStruct("iommu_destroy", Header = "linux/iommufd.h")]
[Since("6.12")]
public partial struct IommuDestroy
{
    [ArgSize] private uint _size;

    /// <summary>The object.</summary>
    [NonZero] public ObjectId Id;
}
