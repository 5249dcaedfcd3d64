namespace IoctlSharp.Iommu;

/// <summary>Invalidations of what an IOMMU caches.</summary>
[KernelStruct("iommu_hwpt_invalidate", Header = "linux/iommufd.h")]
[Since("6.12")]
public partial struct IommuHwptInvalidate
{
    [ArgSize] private uint _size;

    /// <summary>A nested page table or a vIOMMU.</summary>
    [NonZero] public PageTableId HwptId;

    /// <summary>The address of the invalidations; the call sets it.</summary>
    [Aligned(8), CallMemory] public UserPointer DataUptr;

    /// <summary>What they are.</summary>
    public IommuHwptInvalidateDataType DataType;

    /// <summary>The length of one in bytes.</summary>
    public uint EntryLen;

    /// <summary>The number of them; after the call how many were done.</summary>
    [MustRead] public uint EntryNum;

    [Reserved, CName("__reserved")] private uint _reserved;
}
