namespace IoctlSharp.Iommu;

/// <summary>A mapping to copy into another address space: the memory stays pinned once.</summary>
[KernelStruct("iommu_ioas_copy", Header = "linux/iommufd.h")]
[Since("6.12")]
public partial struct IommuIoasCopy
{
    [ArgSize] private uint _size;

    /// <summary>How it is mapped.</summary>
    [AtLeastOne(IommuIoasMapFlags.Readable | IommuIoasMapFlags.Writeable)] public IommuIoasMapFlags Flags;

    /// <summary>The address space to map in.</summary>
    [NonZero] public IoasId DstIoasId;

    /// <summary>The address space that has the mapping.</summary>
    [NonZero] public IoasId SrcIoasId;

    /// <summary>The size in bytes; the range can be a part of a mapping, or mappings next to each other.</summary>
    [Aligned(8), NonZero] public ulong Length;

    /// <summary>The first new I/O address: given with <see cref="IommuIoasMapFlags.FixedIova"/>, else the kernel's choice after the call.</summary>
    [Aligned(8), ValidWhen(nameof(Flags), IommuIoasMapFlags.FixedIova, InputOnly = true)] public ulong DstIova;

    /// <summary>The first I/O address of the mapping.</summary>
    [Aligned(8)] public ulong SrcIova;
}
