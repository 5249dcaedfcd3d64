using System;

namespace IoctlSharp.Vfio;

/// <summary>How a hot reset names devices.</summary>
[Flags]
[KernelConstants("VFIO_PCI_HOT_RESET_FLAG_", Header = "linux/vfio.h")]
[Since("6.12")]
public enum VfioPciHotResetFlags : uint
{
    /// <summary>By iommufd ids.</summary>
    [CName("VFIO_PCI_HOT_RESET_FLAG_DEV_ID")]
    DeviceIds = 1u << 0,

    /// <summary>All of them belong to the caller.</summary>
    [CName("VFIO_PCI_HOT_RESET_FLAG_DEV_ID_OWNED")]
    DeviceIdsOwned = 1u << 1,
}
