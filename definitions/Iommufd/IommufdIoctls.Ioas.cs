using System;
using System.Runtime.InteropServices;

namespace IoctlSharp.Iommu;

/// <content>I/O address spaces.</content>
public static partial class IommufdIoctls
{
    /// <summary>Makes an empty I/O address space.</summary>
    [Ioctl(IoctlMacro.IO, 1, Name = "IOMMU_IOAS_ALLOC", Argument = typeof(IommuIoasAlloc))]
    [return: Field(nameof(IommuIoasAlloc.OutIoasId))]
    public static partial IoasId AllocateIoas(this Iommufd iommufd);

    /// <summary>Ranges that must stay mappable, instead of those given before. A device that cannot have them is refused when it is attached.</summary>
    /// <param name="iommufd">The iommufd.</param>
    /// <param name="ioas">The address space.</param>
    /// <param name="ranges">The ranges; none of them takes all promises back.</param>
    [Ioctl(IoctlMacro.IO, 2, Name = "IOMMU_IOAS_ALLOW_IOVAS", Argument = typeof(IommuIoasAllowIovas))]
    [FailsWith(Errno.EADDRINUSE, "a range is not all mappable now: see GetIovaRanges")]
    [FailsWith(Errno.EINVAL, "ranges overlap, or one does not end behind its start")]
    [FailsWith(Errno.ENOENT, "the iommufd has no address space of that id")]
    public static partial void AllowIovas(
        this Iommufd iommufd,
        [Field(nameof(IommuIoasAllowIovas.IoasId))] IoasId ioas,
        [Field(nameof(IommuIoasAllowIovas.AllowedIovas), Length = nameof(IommuIoasAllowIovas.NumIovas))] ReadOnlySpan<IommuIovaRange> ranges);

    /// <summary>Maps memory of one address space in another as well. The result is the first I/O address there.</summary>
    [Ioctl(IoctlMacro.IO, 3, Name = "IOMMU_IOAS_COPY")]
    [FailsWith(Errno.ENOENT, "not all of the range is mapped in the source, or the iommufd has no address space of one of the ids")]
    [FailsWith(Errno.EEXIST, "the range overlaps one that is mapped already")]
    [FailsWith(Errno.EPERM, "the memory was mapped without Writeable")]
    [FailsWith(Errno.EINVAL, "the range is empty, reserved in the destination (see GetIovaRanges) or not a multiple of its alignment, or it is neither readable nor writeable")]
    [FailsWith(Errno.ENOSPC, "no I/O addresses are left that the kernel could choose")]
    [FailsWith(Errno.EOVERFLOW, "the range goes beyond the last address")]
    [return: Field(nameof(IommuIoasCopy.DstIova))]
    public static partial ulong CopyMapping(this Iommufd iommufd, in IommuIoasCopy copy);

    /// <summary>The ranges of I/O addresses that can be mapped: fewer with each device that is attached.</summary>
    [Ioctl(IoctlMacro.IO, 4, Name = "IOMMU_IOAS_IOVA_RANGES")]
    [AskAgain(Errno.EMSGSIZE, Count = nameof(IommuIoasIovaRanges.NumIovas), Array = nameof(IommuIoasIovaRanges.AllowedIovas), Element = typeof(IommuIovaRange))]
    [FailsWith(Errno.ENOENT, "the iommufd has no address space of that id")]
    public static partial KernelBuffer<IommuIoasIovaRanges> GetIovaRanges(this Iommufd iommufd, [Field(nameof(IommuIoasIovaRanges.IoasId))] IoasId ioas);

    /// <summary>Maps memory, which stays pinned until it is unmapped; before a device is attached it is neither pinned nor looked at. The result is the first I/O address.</summary>
    [Ioctl(IoctlMacro.IO, 5, Name = "IOMMU_IOAS_MAP")]
    [FailsWith(Errno.EEXIST, "the range overlaps one that is mapped already")]
    [FailsWith(Errno.EINVAL, "the range is empty, reserved (see GetIovaRanges) or not a multiple of the address space's alignment, or it is neither readable nor writeable")]
    [FailsWith(Errno.ENOSPC, "no I/O addresses are left that the kernel could choose")]
    [FailsWith(Errno.ENOMEM, "the memory cannot be pinned: RLIMIT_MEMLOCK is too low for a process without CAP_IPC_LOCK (ulimit -l), or memory is short")]
    [FailsWith(Errno.EFAULT, "the memory is not there, or is read-only and the device is to write it")]
    [FailsWith(Errno.EOVERFLOW, "the range, or the memory, goes beyond the last address")]
    [FailsWith(Errno.ENOENT, "the iommufd has no address space of that id")]
    [return: Field(nameof(IommuIoasMap.Iova))]
    public static partial ulong MapMemory(this Iommufd iommufd, in IommuIoasMap map);

    /// <summary>As <see cref="MapMemory"/>, and never throws: <see cref="IommuIoasMap.Iova"/> is the first I/O address.</summary>
    [Ioctl(IoctlMacro.IO, 5, Name = "IOMMU_IOAS_MAP")]
    public static partial Errno TryMapMemory(this Iommufd iommufd, ref IommuIoasMap map);

    /// <summary>Maps a buffer for as long as the result is not disposed. The buffer outlives the mapping.</summary>
    /// <param name="iommufd">The iommufd.</param>
    /// <param name="ioas">The address space.</param>
    /// <param name="buffer">The memory.</param>
    /// <param name="iova">The first I/O address; a multiple of the address space's alignment.</param>
    /// <param name="flags">What devices may do with it.</param>
    /// <exception cref="IoctlException">The memory could not be mapped.</exception>
    /// <exception cref="ObjectDisposedException">The iommufd or the buffer is disposed.</exception>
#if NET
    [System.Runtime.Versioning.SupportedOSPlatform("linux")]
#endif
    public static DmaMapping Map(
        this Iommufd iommufd,
        IoasId ioas,
        DmaBuffer buffer,
        ulong iova,
        IommuIoasMapFlags flags = IommuIoasMapFlags.Readable | IommuIoasMapFlags.Writeable)
        => new IoasDmaMapping(iommufd, ioas, buffer, iova, flags);

    /// <summary>Unmaps whole mappings. The result is the size in bytes that was really unmapped.</summary>
    /// <param name="iommufd">The iommufd.</param>
    /// <param name="ioas">The address space.</param>
    /// <param name="iova">The first I/O address.</param>
    /// <param name="length">The size in bytes; all ones from 0 for everything, even where that is nothing.</param>
    [Ioctl(IoctlMacro.IO, 6, Name = "IOMMU_IOAS_UNMAP", Argument = typeof(IommuIoasUnmap))]
    [FailsWith(Errno.ENOENT, "nothing is mapped there, or the range cuts a mapping in two, or the iommufd has no address space of that id")]
    [FailsWith(Errno.EBUSY, "a hardware queue works in the memory, or another thread maps or unmaps there")]
    [FailsWith(Errno.EINVAL, "the range is empty")]
    [FailsWith(Errno.EOVERFLOW, "the range goes beyond the last address")]
    [return: Field(nameof(IommuIoasUnmap.Length))]
    public static partial ulong UnmapMemory(
        this Iommufd iommufd,
        [Field(nameof(IommuIoasUnmap.IoasId))] IoasId ioas,
        [Field(nameof(IommuIoasUnmap.Iova))] ulong iova,
        [Field(nameof(IommuIoasUnmap.Length))] ulong length);

    /// <summary>As <see cref="UnmapMemory"/>, and never throws: <see cref="IommuIoasUnmap.Length"/> says what was really unmapped.</summary>
    [Ioctl(IoctlMacro.IO, 6, Name = "IOMMU_IOAS_UNMAP")]
    public static partial Errno TryUnmapMemory(this Iommufd iommufd, ref IommuIoasUnmap unmap);

    /// <summary>Maps a part of a file: a memfd, or a dma-buf that VFIO exported. The result is the first I/O address.</summary>
    [Ioctl(IoctlMacro.IO, 15, Name = "IOMMU_IOAS_MAP_FILE")]
    [FailsWith(Errno.EINVAL, "the file is no memfd and no dma-buf that can be mapped, or the part lies outside of it; or the range is empty, reserved (see GetIovaRanges) or not a multiple of the address space's alignment, or it is neither readable nor writeable")]
    [FailsWith(Errno.EEXIST, "the range overlaps one that is mapped already")]
    [FailsWith(Errno.ENOSPC, "no I/O addresses are left that the kernel could choose")]
    [FailsWith(Errno.ENOMEM, "the memory cannot be pinned: RLIMIT_MEMLOCK is too low for a process without CAP_IPC_LOCK (ulimit -l), or memory is short")]
    [FailsWith(Errno.EOVERFLOW, "the range, or the part of the file, goes beyond the last address")]
    [FailsWith(Errno.ENOENT, "the iommufd has no address space of that id")]
    [return: Field(nameof(IommuIoasMapFile.Iova))]
    [Since("7.2")]
    public static partial ulong MapFile(this Iommufd iommufd, in IommuIoasMapFile map, [Field(nameof(IommuIoasMapFile.Fd))] SafeHandle file);

    /// <summary>Moves the account of all pinned memory to the calling process, as for an update of a running program. Only files may be mapped.</summary>
    [Ioctl(IoctlMacro.IO, 18, Name = "IOMMU_IOAS_CHANGE_PROCESS", Argument = typeof(IommuIoasChangeProcess))]
    [FailsWith(Errno.EINVAL, "memory is mapped that is no file")]
    [FailsWith(Errno.EBUSY, "another thread maps or unmaps")]
    [FailsWith(Errno.ENOMEM, "RLIMIT_MEMLOCK of the calling process is too low for what processes without CAP_IPC_LOCK have pinned (ulimit -l)")]
    [Since("7.2")]
    public static partial void ChangeProcess(this Iommufd iommufd);

    /// <summary>The physical address behind an I/O address, for devices without an IOMMU.</summary>
    /// <param name="iommufd">The iommufd.</param>
    /// <param name="ioas">The address space.</param>
    /// <param name="iova">The I/O address; it must be mapped.</param>
    /// <param name="length">How many bytes to look at, not 0; after the call how many of them are contiguous.</param>
    /// <param name="address">The physical address.</param>
    [Ioctl(IoctlMacro.IO, 21, Name = "IOMMU_IOAS_NOIOMMU_GET_PA", Argument = typeof(IommuIoasNoiommuGetPa))]
    [FailsWith(Errno.ENOENT, "nothing is mapped there")]
    [Since("7.3")]
    public static partial void GetPhysicalAddress(
        this Iommufd iommufd,
        [Field(nameof(IommuIoasNoiommuGetPa.IoasId))] IoasId ioas,
        [Field(nameof(IommuIoasNoiommuGetPa.Iova))] ulong iova,
        [Field(nameof(IommuIoasNoiommuGetPa.Length))] ref ulong length,
        [Field(nameof(IommuIoasNoiommuGetPa.OutPhys))] out ulong address);
}
