namespace IoctlSharp.Iommu;

/// <summary>The address space that VFIO's container calls use.</summary>
[KernelStruct("iommu_vfio_ioas", Header = "linux/iommufd.h")]
[Since("6.12")]
public partial struct IommuVfioIoas
{
    [ArgSize] private uint _size;

    /// <summary>The address space: given with <see cref="IommufdVfioIoasOperation.Set"/>, the answer with <see cref="IommufdVfioIoasOperation.Get"/>.</summary>
    [NonZero(When = IommufdVfioIoasOperation.Set)] public IoasId IoasId;

    /// <summary>What to do.</summary>
    [CName("op")] public IommufdVfioIoasOperation Operation;

    [Reserved, CName("__reserved")] private ushort _reserved;
}
