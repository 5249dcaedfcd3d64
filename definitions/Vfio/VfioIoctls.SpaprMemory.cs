namespace IoctlSharp.Vfio;

/// <content>Registered memory of the sPAPR TCE IOMMU as a value.</content>
public static partial class VfioIoctls
{
    /// <summary>Registers a buffer (version 2) until the result is disposed. Only registered memory can be mapped.</summary>
    /// <param name="container">The container.</param>
    /// <param name="buffer">The memory. It is not freed before the result is disposed.</param>
    /// <exception cref="IoctlException">The memory is registered already (EBUSY), or is more than RLIMIT_MEMLOCK allows (ENOMEM).</exception>
    /// <exception cref="System.ObjectDisposedException">The container or the buffer is disposed.</exception>
    [After(nameof(SetIommu), VfioExtension.SpaprTceV2Iommu)]
#if NET
    [System.Runtime.Versioning.SupportedOSPlatform("linux")]
#endif
    public static SpaprMemory Register(this VfioContainer container, DmaBuffer buffer) => new(container, buffer);
}
