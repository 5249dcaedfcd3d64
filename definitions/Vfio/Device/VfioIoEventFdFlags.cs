using System;

namespace IoctlSharp.Vfio;

/// <summary>The width of a write.</summary>
[Flags]
[KernelConstants("VFIO_DEVICE_IOEVENTFD_", Header = "linux/vfio.h")]
public enum VfioIoEventFdFlags : uint
{
    /// <summary>One byte.</summary>
    [CName("VFIO_DEVICE_IOEVENTFD_8")]
    Write8 = 1u << 0,

    /// <summary>Two bytes.</summary>
    [CName("VFIO_DEVICE_IOEVENTFD_16")]
    Write16 = 1u << 1,

    /// <summary>Four bytes.</summary>
    [CName("VFIO_DEVICE_IOEVENTFD_32")]
    Write32 = 1u << 2,

    /// <summary>Eight bytes.</summary>
    [CName("VFIO_DEVICE_IOEVENTFD_64")]
    Write64 = 1u << 3,

    /// <summary>All of them.</summary>
    SizeMask = 0xf,
}
