using System;

namespace IoctlSharp.Vfio;

/// <content>The sPAPR TCE IOMMU (POWER): on containers.</content>
public static partial class VfioIoctls
{
    /// <summary>The default window, and what further windows there can be.</summary>
    /// <param name="container">The container.</param>
    /// <exception cref="InvalidOperationException">The container is over an iommufd, where this number is type1's and the answer would be another struct.</exception>
    /// <exception cref="IoctlException">The kernel refused.</exception>
    [After(nameof(SetIommu))]
#if NET
    [System.Runtime.Versioning.SupportedOSPlatform("linux")]
#endif
    public static VfioIommuSpaprTceInfo GetSpaprTceInfo(this VfioContainer container)
        => container is { IsOverIommufd: true }
            ? throw new InvalidOperationException($"{container} is over an iommufd, which has no sPAPR TCE: ask it with GetType1Info.")
            : container.GetSpaprTceInfoOfBackend();

    [Ioctl(IoctlMacro.IO, 12, Name = "VFIO_IOMMU_SPAPR_TCE_GET_INFO", SharesNumber = true)]
    [FailsWith(Errno.EINVAL, "no sPAPR TCE type is set: SetIommu first")]
    [FailsWith(Errno.ENXIO, "no group is in the container")]
    [After(nameof(SetIommu))]
    private static partial VfioIommuSpaprTceInfo GetSpaprTceInfoOfBackend(this VfioContainer container);

    /// <summary>Enables the container (version 1): accounts the whole window against RLIMIT_MEMLOCK.</summary>
    [Ioctl(IoctlMacro.IO, 15, Name = "VFIO_IOMMU_ENABLE")]
    [FailsWith(Errno.ENOTTY, "only sPAPR TCE version 1 is enabled: a container of version 2 registers memory, and over an iommufd there is neither")]
    [FailsWith(Errno.EBUSY, "the container is enabled already")]
    [FailsWith(Errno.ENOMEM, "the window is larger than RLIMIT_MEMLOCK allows: raise it (ulimit -l)")]
    [After(nameof(SetIommu), VfioExtension.SpaprTceIommu)]
    public static partial void Enable(this VfioContainer container);

    /// <summary>Disables the container (version 1).</summary>
    [Ioctl(IoctlMacro.IO, 16, Name = "VFIO_IOMMU_DISABLE")]
    [FailsWith(Errno.ENOTTY, "the container is no sPAPR TCE container of that version: over an iommufd there is none")]
    [After(nameof(SetIommu), VfioExtension.SpaprTceIommu)]
    public static partial void Disable(this VfioContainer container);

    /// <summary>Pins and accounts memory (version 2). It is kept until it is unregistered; only registered memory can be mapped.</summary>
    [Ioctl(IoctlMacro.IO, 17, Name = "VFIO_IOMMU_SPAPR_REGISTER_MEMORY", SharesNumber = true)]
    [FailsWith(Errno.ENOTTY, "the container is no sPAPR TCE container of that version: over an iommufd there is none")]
    [FailsWith(Errno.EBUSY, "the same memory is registered already")]
    [FailsWith(Errno.EINVAL, "the memory is not a multiple of the page size, or overlaps memory that is registered")]
    [FailsWith(Errno.ENOMEM, "the memory is larger than RLIMIT_MEMLOCK allows: raise it (ulimit -l)")]
    [After(nameof(SetIommu), VfioExtension.SpaprTceV2Iommu)]
    public static partial void RegisterMemory(this VfioContainer container, in VfioIommuSpaprRegisterMemory memory);

    /// <summary>Lets go of memory (version 2). Unmap it first: the kernel does not insist.</summary>
    [Ioctl(IoctlMacro.IO, 18, Name = "VFIO_IOMMU_SPAPR_UNREGISTER_MEMORY")]
    [FailsWith(Errno.ENOTTY, "the container is no sPAPR TCE container of that version: over an iommufd there is none")]
    [FailsWith(Errno.ENOENT, "no memory is registered with exactly that address and size")]
    [After(nameof(RegisterMemory))]
    public static partial void UnregisterMemory(this VfioContainer container, in VfioIommuSpaprRegisterMemory memory);

    /// <summary>Creates a DMA window (version 2). The result is its first I/O address.</summary>
    [Ioctl(IoctlMacro.IO, 19, Name = "VFIO_IOMMU_SPAPR_TCE_CREATE")]
    [FailsWith(Errno.ENOTTY, "the container is no sPAPR TCE container of that version: over an iommufd there is none")]
    [FailsWith(Errno.EINVAL, "the platform has no such window: the page shift must be one of the info's page sizes, the size a power of two, the levels at least 1 and at most the info's")]
    [FailsWith(Errno.ENOSPC, "there are as many windows as there can be: remove one first")]
    [return: Field(nameof(VfioIommuSpaprTceCreate.StartAddress))]
    [After(nameof(SetIommu), VfioExtension.SpaprTceV2Iommu)]
    public static partial ulong CreateWindow(this VfioContainer container, in VfioIommuSpaprTceCreate window);

    /// <summary>Removes a DMA window (version 2).</summary>
    [Ioctl(IoctlMacro.IO, 20, Name = "VFIO_IOMMU_SPAPR_TCE_REMOVE")]
    [FailsWith(Errno.ENOTTY, "the container is no sPAPR TCE container of that version: over an iommufd there is none")]
    [FailsWith(Errno.EINVAL, "no window has that address")]
    [After(nameof(SetIommu), VfioExtension.SpaprTceV2Iommu)]
    public static partial void RemoveWindow(this VfioContainer container, in VfioIommuSpaprTceRemove window);
}
