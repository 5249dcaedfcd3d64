namespace IoctlSharp.Iommu;

/// <summary>A new vIOMMU.</summary>
[KernelStruct("iommu_viommu_alloc", Header = "linux/iommufd.h")]
[Since("7.2")]
public partial struct IommuViommuAlloc
{
    [ArgSize] private uint _size;
    [Reserved] private uint _flags;

    /// <summary>What it is.</summary>
    [NonZero] public IommuViommuType Type;

    /// <summary>A device behind the IOMMU it stands for.</summary>
    [NonZero] public DeviceId DevId;

    /// <summary>The parent of its nested page tables.</summary>
    [NonZero] public HwptId HwptId;

    /// <summary>The new vIOMMU.</summary>
    public ViommuId OutViommuId;

    /// <summary>The length of the type's data in bytes; the call sets it.</summary>
    public uint DataLen;

    [Reserved, CName("__reserved")] private uint _reserved;

    /// <summary>The address of the type's data; the call sets it.</summary>
    [Aligned(8), CallMemory] public UserPointer DataUptr;
}
