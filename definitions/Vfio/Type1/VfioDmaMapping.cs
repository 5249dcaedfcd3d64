namespace IoctlSharp.Vfio;

/// <summary>A mapping of a container.</summary>
#if NET
[System.Runtime.Versioning.SupportedOSPlatform("linux")]
#endif
internal sealed class VfioDmaMapping : DmaMapping
{
    private readonly VfioContainer _container;

    public VfioDmaMapping(VfioContainer container, DmaBuffer buffer, ulong iova, VfioDmaMapFlags flags)
        : base(buffer, iova)
    {
        _container = container;
        try
        {
            container.MapDma(new VfioIommuType1DmaMap { Flags = flags, Vaddr = buffer.Address, Iova = iova, Size = buffer.Size });
        }
        catch
        {
            Abandon();
            throw;
        }
    }

    // sPAPR TCE leaves the size as it was, which is right there: it unmaps page by page and fails otherwise.
    protected override ulong Unmap()
    {
        // Closing the container unmaps everything in it.
        if (_container.IsClosed)
            return Size;
        return _container.UnmapDma(new VfioIommuType1DmaUnmap { Iova = Iova, Size = Size });
    }
}
