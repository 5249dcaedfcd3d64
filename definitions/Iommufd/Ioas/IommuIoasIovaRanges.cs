namespace IoctlSharp.Iommu;

/// <summary>The ranges of I/O addresses that can be mapped: <see cref="IommuIovaRange"/> elements stand behind it.</summary>
[KernelStruct("iommu_ioas_iova_ranges", Header = "linux/iommufd.h")]
[Since("6.12")]
public partial struct IommuIoasIovaRanges
{
    [ArgSize] private uint _size;

    /// <summary>The address space.</summary>
    [NonZero] public IoasId IoasId;

    /// <summary>The number of ranges.</summary>
    public uint NumIovas;

    [Reserved, CName("__reserved")] private uint _reserved;

    /// <summary>The address of the ranges; the call sets it.</summary>
    [Aligned(8), CallMemory] public UserPointer AllowedIovas;

    /// <summary>What the start and the end of a mapping must be multiples of, in bytes; at most the page size.</summary>
    [Aligned(8)] public ulong OutIovaAlignment;
}
