namespace IoctlSharp.Iommu;

/// <summary>The ranges that must always be mappable.</summary>
[KernelStruct("iommu_ioas_allow_iovas", Header = "linux/iommufd.h")]
[Since("6.12")]
public partial struct IommuIoasAllowIovas
{
    [ArgSize] private uint _size;

    /// <summary>The address space.</summary>
    [NonZero] public IoasId IoasId;

    /// <summary>The number of ranges.</summary>
    public uint NumIovas;

    [Reserved, CName("__reserved")] private uint _reserved;

    /// <summary>The address of <see cref="IommuIovaRange"/> elements.</summary>
    [Aligned(8), CallMemory] public UserPointer AllowedIovas;
}
