using System;

namespace IoctlSharp.Vfio;

/// <content>The type1 IOMMU: on containers.</content>
public static partial class VfioIoctls
{
    /// <summary>What the IOMMU can do, with its capabilities.</summary>
    [Ioctl(IoctlMacro.IO, 12, Name = "VFIO_IOMMU_GET_INFO", SharesNumber = true), AskAgain]
    [FailsWith(Errno.EINVAL, "no IOMMU type is set: SetIommu first")]
    [FailsWith(Errno.ENODEV, "the container is over an iommufd, and no group is in it yet")]
    [After(nameof(SetIommu))]
    public static partial KernelBuffer<VfioIommuType1Info> GetType1Info(this VfioContainer container);

    /// <summary>Maps memory. The kernel keeps it pinned until it is unmapped: see <see cref="Map"/> for a mapping that owns its memory.</summary>
    [Ioctl(IoctlMacro.IO, 13, Name = "VFIO_IOMMU_MAP_DMA")]
    [FailsWith(Errno.EEXIST, "the range overlaps one that is mapped already")]
    [FailsWith(Errno.EINVAL, "the range is not one that can be mapped: it must be a multiple of the IOMMU's smallest page size, not be empty, lie within the iova ranges of the type1 info, and have the flag Read or Write")]
    [FailsWith(Errno.ENOMEM, "the memory cannot be pinned: RLIMIT_MEMLOCK is too low for a process without CAP_IPC_LOCK (ulimit -l), or memory is short")]
    [FailsWith(Errno.EFAULT, "the memory is not there, or is read-only and the device is to write it")]
    [FailsWith(Errno.EOVERFLOW, "the range, or the memory, goes beyond the last address")]
    [FailsWith(Errno.ENOTTY, "the container is in no-IOMMU mode, which maps nothing: the device is given physical addresses")]
    [FailsWith(Errno.ENOENT, "the flag Vaddr is for a range that is mapped, and this one is not")]
    [FailsWith(Errno.ENOSPC, "no more mappings can be made: see the parameter dma_entry_limit of vfio_iommu_type1")]
    [FailsWith(Errno.EPERM, "sPAPR TCE: the container is not enabled (version 1), or the memory is not registered (version 2)")]
    [FailsWith(Errno.ENXIO, "sPAPR TCE: the range lies outside of every DMA window")]
    [FailsWith(Errno.ENODEV, "the container is over an iommufd, and no group is in it yet")]
    [After(nameof(SetIommu))]
    public static partial void MapDma(this VfioContainer container, in VfioIommuType1DmaMap map);

    /// <summary>As <see cref="MapDma"/>, and never throws.</summary>
    [Ioctl(IoctlMacro.IO, 13, Name = "VFIO_IOMMU_MAP_DMA")]
    [After(nameof(SetIommu))]
    public static partial Errno TryMapDma(this VfioContainer container, in VfioIommuType1DmaMap map);

    /// <summary>Unmaps. The result is the size in bytes that was really unmapped, which can be 0 though the call succeeded; sPAPR TCE does not report it and leaves it as it was.</summary>
    [Ioctl(IoctlMacro.IO, 14, Name = "VFIO_IOMMU_UNMAP_DMA")]
    [FailsWith(Errno.EINVAL, "the range is not a multiple of the IOMMU's smallest page size, or cuts a mapping in two, or the flag All comes with a range; or the container has no IOMMU type, as the mappings went with its last group")]
    [FailsWith(Errno.ENOENT, "the container is over an iommufd (type1 version 2), and the range cuts a mapping in two")]
    [FailsWith(Errno.ENODEV, "the container is over an iommufd, and no group is in it yet")]
    [return: Field(nameof(VfioIommuType1DmaUnmap.Size))]
    [After(nameof(SetIommu))]
    public static partial ulong UnmapDma(this VfioContainer container, in VfioIommuType1DmaUnmap unmap);

    /// <summary>As <see cref="UnmapDma"/>, and never throws: <see cref="VfioIommuType1DmaUnmap.Size"/> says what was really unmapped.</summary>
    [Ioctl(IoctlMacro.IO, 14, Name = "VFIO_IOMMU_UNMAP_DMA")]
    [After(nameof(SetIommu))]
    public static partial Errno TryUnmapDma(this VfioContainer container, ref VfioIommuType1DmaUnmap unmap);

    /// <summary>Maps a buffer for as long as the result is not disposed. The buffer outlives the mapping.</summary>
    /// <param name="container">The container.</param>
    /// <param name="buffer">The memory.</param>
    /// <param name="iova">The first I/O address; a multiple of the IOMMU's smallest page size.</param>
    /// <param name="flags">What devices may do with it.</param>
    /// <exception cref="IoctlException">The memory could not be mapped.</exception>
    /// <exception cref="ObjectDisposedException">The container or the buffer is disposed.</exception>
    [After(nameof(SetIommu))]
    #if NET
    [System.Runtime.Versioning.SupportedOSPlatform("linux")]
    #endif
    public static DmaMapping Map(this VfioContainer container, DmaBuffer buffer, ulong iova, VfioDmaMapFlags flags = VfioDmaMapFlags.Read | VfioDmaMapFlags.Write)
        => new VfioDmaMapping(container, buffer, iova, flags);
}
