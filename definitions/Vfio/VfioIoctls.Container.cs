using System;

namespace IoctlSharp.Vfio;

/// <summary>The ioctls of VFIO, each on the kind of file it belongs to.</summary>
[IoctlGroup(';', Base = 100, Header = "linux/vfio.h")]
public static partial class VfioIoctls
{
    /// <summary>The version of the VFIO API: <see cref="ApiVersion"/> is the only one there has been.</summary>
    [Ioctl(IoctlMacro.IO, 0, Name = "VFIO_GET_API_VERSION")]
    public static partial int GetApiVersion(this VfioContainer container);

    /// <summary>The version that this library speaks: <c>VFIO_API_VERSION</c>.</summary>
    [CName("VFIO_API_VERSION")]
    public const int ApiVersion = 0;

    /// <summary>Whether the container has an extension, given its groups: 0 for no, positive for yes.</summary>
    [Ioctl(IoctlMacro.IO, 1, Name = "VFIO_CHECK_EXTENSION")]
    public static partial int CheckExtension(this VfioContainer container, VfioExtension extension);

    /// <summary>Sets the IOMMU type. A group must be in the container, and the type must be one that <see cref="CheckExtension"/> says yes to; extensions that are no types are refused.</summary>
    [Ioctl(IoctlMacro.IO, 2, Name = "VFIO_SET_IOMMU")]
    [FailsWith(Errno.EINVAL, "no group is in the container yet, or a type was set before: set a group first, and the type once")]
    [FailsWith(Errno.ENODEV, "no IOMMU backend takes these groups: load vfio_iommu_type1 (or vfio_iommu_spapr_tce); over an iommufd: no group is in the container yet")]
    [FailsWith(Errno.EPERM, "the platform does not isolate interrupts: see the parameter allow_unsafe_interrupts of vfio_iommu_type1")]
    [After(nameof(SetContainer))]
    public static partial void SetIommu(
        this VfioContainer container,
        [Refused(VfioExtension.DmaCacheCoherent, VfioExtension.Eeh, VfioExtension.UnmapAll, VfioExtension.UpdateVaddr)] VfioExtension type);
}
