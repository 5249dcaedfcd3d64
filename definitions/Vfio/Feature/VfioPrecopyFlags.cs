using System;

namespace IoctlSharp.Vfio;

/// <summary>What happened to a migration's data.</summary>
[Flags]
[KernelConstants("VFIO_PRECOPY_INFO_", Header = "linux/vfio.h")]
[Since("7.2")]
public enum VfioPrecopyFlags : uint
{
    /// <summary>There is a new first copy: the device was configured anew.</summary>
    Reinit = 1u << 0,
}
