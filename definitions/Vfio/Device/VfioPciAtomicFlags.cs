using System;

namespace IoctlSharp.Vfio;

/// <summary>Widths of PCIe AtomicOps.</summary>
[Flags]
[KernelConstants("VFIO_PCI_ATOMIC_", Header = "linux/vfio.h")]
[Since("6.12")]
public enum VfioPciAtomicFlags : uint
{
    /// <summary>4 bytes.</summary>
    Comp32 = 1u << 0,

    /// <summary>8 bytes.</summary>
    Comp64 = 1u << 1,

    /// <summary>16 bytes: compare and swap.</summary>
    Comp128 = 1u << 2,
}
