namespace IoctlSharp.Iommu;

/// <summary>A mapping of an address space.</summary>
#if NET
[System.Runtime.Versioning.SupportedOSPlatform("linux")]
#endif
internal sealed class IoasDmaMapping : DmaMapping
{
    private readonly Iommufd _iommufd;

    // A device that is bound keeps the iommufd's objects after its handle is closed, and the mapping with them: see VfioDmaMapping.
    private readonly Iommufd _file;

    private readonly IoasId _ioas;

    public IoasDmaMapping(Iommufd iommufd, IoasId ioas, DmaBuffer buffer, ulong iova, IommuIoasMapFlags flags)
        : base(buffer, iova)
    {
        _iommufd = iommufd;
        _ioas = ioas;
        bool held = false;
        try
        {
            iommufd.DangerousAddRef(ref held);
            _file = new Iommufd(iommufd.DangerousGetHandle(), ownsHandle: false);
            _file.MapMemory(new IommuIoasMap { IoasId = ioas, Flags = flags | IommuIoasMapFlags.FixedIova, UserVa = buffer.Address, Length = buffer.Size, Iova = iova });
        }
        catch
        {
            if (held)
                iommufd.DangerousRelease();
            Abandon();
            throw;
        }
    }

    protected override ulong Unmap()
    {
        ulong size = _file.UnmapMemory(_ioas, Iova, Size);
        _iommufd.DangerousRelease();
        return size;
    }
}
