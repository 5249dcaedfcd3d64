namespace IoctlSharp.Vfio;

/// <content>Windows of the sPAPR TCE IOMMU as values.</content>
public static partial class VfioIoctls
{
    /// <summary>Creates a DMA window (version 2) that exists until the result is disposed.</summary>
    /// <remarks>Linux 6.12 goes on counting the tables of some windows that it refused, until the process ends: take sizes and shifts from the info, do not try them out.</remarks>
    /// <param name="container">The container. The window is one of all its groups.</param>
    /// <param name="size">The size in bytes; a power of two.</param>
    /// <param name="pageShift">The page size as a shift: one of <see cref="VfioIommuSpaprTceDdwInfo.PageShifts"/>.</param>
    /// <param name="levels">The levels of the window's table: more of them need less memory in one piece. At most <see cref="VfioIommuSpaprTceDdwInfo.Levels"/>.</param>
    /// <exception cref="IoctlException">The platform has no such window (EINVAL), or no further one (ENOSPC), or its table is more than RLIMIT_MEMLOCK allows (ENOMEM).</exception>
    /// <exception cref="System.ObjectDisposedException">The container is disposed.</exception>
    [After(nameof(SetIommu), VfioExtension.SpaprTceV2Iommu)]
#if NET
    [System.Runtime.Versioning.SupportedOSPlatform("linux")]
#endif
    public static SpaprWindow CreateSpaprWindow(this VfioContainer container, ulong size, uint pageShift, uint levels = 1)
    {
        ulong start = container.CreateWindow(new VfioIommuSpaprTceCreate { PageShift = pageShift, WindowSize = size, Levels = levels });
        return new SpaprWindow(container, start, size, pageShift, levels);
    }
}
