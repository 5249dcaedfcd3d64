using System;

namespace IoctlSharp.Vfio;

/// <summary>What to do about dirty pages.</summary>
[Flags]
[KernelConstants("VFIO_IOMMU_DIRTY_PAGES_FLAG_", Header = "linux/vfio.h")]
public enum VfioDirtyPagesFlags : uint
{
    /// <summary>Start tracking.</summary>
    Start = 1u << 0,

    /// <summary>Stop tracking.</summary>
    Stop = 1u << 1,

    /// <summary>Report the pages of a range, and begin anew with them.</summary>
    GetBitmap = 1u << 2,
}
