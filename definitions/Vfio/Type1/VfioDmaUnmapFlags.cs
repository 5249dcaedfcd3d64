using System;

namespace IoctlSharp.Vfio;

/// <summary>How to unmap.</summary>
[Flags]
[KernelConstants("VFIO_DMA_UNMAP_FLAG_", Header = "linux/vfio.h")]
public enum VfioDmaUnmapFlags : uint
{
    /// <summary>Returns the dirty bitmap of the range; a <c>vfio_bitmap</c> stands behind the struct.</summary>
    GetDirtyBitmap = 1u << 0,

    /// <summary>Unmaps everything; <see cref="VfioIommuType1DmaUnmap.Iova"/> and <see cref="VfioIommuType1DmaUnmap.Size"/> are 0.</summary>
    All = 1u << 1,

    /// <summary>Keeps the mapping and lets go of the process address.</summary>
    Vaddr = 1u << 2,
}
