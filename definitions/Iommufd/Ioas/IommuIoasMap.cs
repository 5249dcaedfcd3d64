namespace IoctlSharp.Iommu;

/// <summary>Memory to map.</summary>
[KernelStruct("iommu_ioas_map", Header = "linux/iommufd.h")]
[Since("6.12")]
public partial struct IommuIoasMap
{
    [ArgSize] private uint _size;

    /// <summary>How it is mapped.</summary>
    [AtLeastOne(IommuIoasMapFlags.Readable | IommuIoasMapFlags.Writeable)] public IommuIoasMapFlags Flags;

    /// <summary>The address space.</summary>
    [NonZero] public IoasId IoasId;

    [Reserved, CName("__reserved")] private uint _reserved;

    /// <summary>The memory. The kernel keeps it pinned until it is unmapped.</summary>
    [Aligned(8), DmaMemory] public UserPointer UserVa;

    /// <summary>The size in bytes.</summary>
    [Aligned(8), NonZero] public ulong Length;

    /// <summary>The first I/O address: given with <see cref="IommuIoasMapFlags.FixedIova"/>, else the kernel's choice after the call.</summary>
    [Aligned(8), ValidWhen(nameof(Flags), IommuIoasMapFlags.FixedIova, InputOnly = true)] public ulong Iova;
}
