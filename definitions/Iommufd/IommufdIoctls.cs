using System;

namespace IoctlSharp.Iommu;

/// <summary>The ioctls of iommufd. A known number with a value that the kernel does not know fails with EOPNOTSUPP, an unknown number with ENOTTY, an unknown id with ENOENT.</summary>
[IoctlGroup(';', Base = 0x80, Header = "linux/iommufd.h")]
[Since("6.12")]
public static partial class IommufdIoctls
{
    /// <summary>Destroys an object. What depends on it must be destroyed before.</summary>
    /// <param name="iommufd">The iommufd.</param>
    /// <param name="id">The object; a device goes when its file is closed.</param>
    [Ioctl(IoctlMacro.IO, 0, Name = "IOMMU_DESTROY", Argument = typeof(IommuDestroy))]
    [FailsWith(Errno.ENOENT, "the iommufd has no object of that id")]
    [FailsWith(Errno.EBUSY, "something uses the object: a device is attached to it, or a page table is built on it, or it is a device whose file is open")]
    public static partial void Destroy(this Iommufd iommufd, [Field(nameof(IommuDestroy.Id))] ObjectId id);

    /// <summary>As <see cref="Destroy"/>, and never throws.</summary>
    [Ioctl(IoctlMacro.IO, 0, Name = "IOMMU_DESTROY", Argument = typeof(IommuDestroy))]
    public static partial Errno TryDestroy(this Iommufd iommufd, [Field(nameof(IommuDestroy.Id))] ObjectId id);

    /// <summary>Accounts pinned memory to the process or to its user. Needs CAP_SYS_RESOURCE.</summary>
    /// <param name="iommufd">The iommufd.</param>
    /// <param name="mode">0 the user, 1 the process.</param>
    [Ioctl(IoctlMacro.IO, 7, Name = "IOMMU_OPTION", Argument = typeof(IommuOption))]
    [Preset(nameof(IommuOption.OptionId), IommufdOption.RlimitMode), Preset(nameof(IommuOption.Operation), IommufdOptionOperation.Set)]
    [FailsWith(Errno.EPERM, "it needs CAP_SYS_RESOURCE")]
    [FailsWith(Errno.EBUSY, "the iommufd has objects already: set the mode first")]
    [FailsWith(Errno.EINVAL, "the mode is neither 0 nor 1")]
    public static partial void SetRlimitMode(this Iommufd iommufd, [Field(nameof(IommuOption.Value))] ulong mode);

    /// <summary>Who pinned memory is accounted to: 0 the user, 1 the process.</summary>
    [Ioctl(IoctlMacro.IO, 7, Name = "IOMMU_OPTION", Argument = typeof(IommuOption))]
    [Preset(nameof(IommuOption.OptionId), IommufdOption.RlimitMode), Preset(nameof(IommuOption.Operation), IommufdOptionOperation.Get)]
    [return: Field(nameof(IommuOption.Value))]
    public static partial ulong GetRlimitMode(this Iommufd iommufd);

    /// <summary>Whether contiguous pages of an address space are mapped as large ones.</summary>
    /// <param name="iommufd">The iommufd.</param>
    /// <param name="ioas">The address space.</param>
    /// <param name="use">1 for yes, 0 for no.</param>
    [Ioctl(IoctlMacro.IO, 7, Name = "IOMMU_OPTION", Argument = typeof(IommuOption))]
    [Preset(nameof(IommuOption.OptionId), IommufdOption.HugePages), Preset(nameof(IommuOption.Operation), IommufdOptionOperation.Set)]
    [FailsWith(Errno.EINVAL, "the value is neither 0 nor 1, or memory is mapped for a device already: large pages are given up before")]
    [FailsWith(Errno.ENOENT, "the iommufd has no address space of that id")]
    public static partial void SetHugePages(this Iommufd iommufd, [Field(nameof(IommuOption.ObjectId))] ObjectId ioas, [Field(nameof(IommuOption.Value))] ulong use);

    /// <summary>Whether contiguous pages of an address space are mapped as large ones: 1 for yes, 0 for no.</summary>
    [Ioctl(IoctlMacro.IO, 7, Name = "IOMMU_OPTION", Argument = typeof(IommuOption))]
    [Preset(nameof(IommuOption.OptionId), IommufdOption.HugePages), Preset(nameof(IommuOption.Operation), IommufdOptionOperation.Get)]
    [FailsWith(Errno.ENOENT, "the iommufd has no address space of that id")]
    [return: Field(nameof(IommuOption.Value))]
    public static partial ulong GetHugePages(this Iommufd iommufd, [Field(nameof(IommuOption.ObjectId))] ObjectId ioas);

    /// <summary>The address space that VFIO's container calls use on this iommufd.</summary>
    [Ioctl(IoctlMacro.IO, 8, Name = "IOMMU_VFIO_IOAS", Argument = typeof(IommuVfioIoas)), Preset(nameof(IommuVfioIoas.Operation), IommufdVfioIoasOperation.Get)]
    [FailsWith(Errno.ENODEV, "no address space is set: no group was put into the iommufd yet")]
    [return: Field(nameof(IommuVfioIoas.IoasId))]
    public static partial IoasId GetVfioIoas(this Iommufd iommufd);

    /// <summary>Sets the address space that VFIO's container calls use from now on.</summary>
    [Ioctl(IoctlMacro.IO, 8, Name = "IOMMU_VFIO_IOAS", Argument = typeof(IommuVfioIoas)), Preset(nameof(IommuVfioIoas.Operation), IommufdVfioIoasOperation.Set)]
    [FailsWith(Errno.ENOENT, "the iommufd has no address space of that id")]
    public static partial void SetVfioIoas(this Iommufd iommufd, [Field(nameof(IommuVfioIoas.IoasId))] IoasId ioas);

    /// <summary>Ends VFIO's container calls on this iommufd. No address space is destroyed.</summary>
    [Ioctl(IoctlMacro.IO, 8, Name = "IOMMU_VFIO_IOAS", Argument = typeof(IommuVfioIoas)), Preset(nameof(IommuVfioIoas.Operation), IommufdVfioIoasOperation.Clear)]
    public static partial void ClearVfioIoas(this Iommufd iommufd);
}
