namespace IoctlSharp.Vfio;

/// <summary>A mapping of a container.</summary>
#if NET
[System.Runtime.Versioning.SupportedOSPlatform("linux")]
#endif
internal sealed class VfioDmaMapping : DmaMapping
{
    private readonly VfioContainer _container;

    // A container that is closed lives on in its groups, and the mapping with it: the file is kept, and unmapped through, when the user's handle is disposed.
    private readonly VfioContainer _file;

    public VfioDmaMapping(VfioContainer container, DmaBuffer buffer, ulong iova, VfioDmaMapFlags flags)
        : base(buffer, iova)
    {
        _container = container;
        bool held = false;
        try
        {
            container.DangerousAddRef(ref held);
            _file = new VfioContainer(container.DangerousGetHandle(), ownsHandle: false);
            _file.MapDma(new VfioIommuType1DmaMap { Flags = flags, Vaddr = buffer.Address, Iova = iova, Size = buffer.Size });
        }
        catch
        {
            if (held)
                container.DangerousRelease();
            Abandon();
            throw;
        }
    }

    // sPAPR TCE leaves the size as it was, which is right there: it unmaps page by page and fails otherwise.
    protected override ulong Unmap()
    {
        ulong size = _file.UnmapDma(new VfioIommuType1DmaUnmap { Iova = Iova, Size = Size });
        _container.DangerousRelease();
        return size;
    }
}
