namespace IoctlSharp.Iommu;

/// <summary>A part of a file to map.</summary>
[KernelStruct("iommu_ioas_map_file", Header = "linux/iommufd.h")]
[Since("7.2")]
public partial struct IommuIoasMapFile
{
    [ArgSize] private uint _size;

    /// <summary>How it is mapped.</summary>
    [AtLeastOne(IommuIoasMapFlags.Readable | IommuIoasMapFlags.Writeable)] public IommuIoasMapFlags Flags;

    /// <summary>The address space.</summary>
    [NonZero] public IoasId IoasId;

    /// <summary>The file; the call sets it.</summary>
    public int Fd;

    /// <summary>Where the part begins in the file, in bytes.</summary>
    [Aligned(8)] public ulong Start;

    /// <summary>Its size in bytes.</summary>
    [Aligned(8), NonZero] public ulong Length;

    /// <summary>The first I/O address: given with <see cref="IommuIoasMapFlags.FixedIova"/>, else the kernel's choice after the call.</summary>
    [Aligned(8), ValidWhen(nameof(Flags), IommuIoasMapFlags.FixedIova, InputOnly = true)] public ulong Iova;
}
