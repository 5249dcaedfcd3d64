using System;

namespace IoctlSharp.Vfio;

/// <summary>What devices may do with the memory.</summary>
[Flags]
[KernelConstants("VFIO_DMA_MAP_FLAG_", Header = "linux/vfio.h")]
public enum VfioDmaMapFlags : uint
{
    /// <summary>Devices may read it.</summary>
    Read = 1u << 0,

    /// <summary>Devices may write it.</summary>
    Write = 1u << 1,

    /// <summary>Gives an existing mapping its new process address; neither Read nor Write goes with it.</summary>
    Vaddr = 1u << 2,
}
