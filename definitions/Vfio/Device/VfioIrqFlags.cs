using System;

namespace IoctlSharp.Vfio;

/// <summary>What an interrupt can.</summary>
[Flags]
[KernelConstants("VFIO_IRQ_INFO_", Header = "linux/vfio.h")]
public enum VfioIrqFlags : uint
{
    /// <summary>It can be signalled through an eventfd.</summary>
    Eventfd = 1u << 0,

    /// <summary>It can be masked and unmasked.</summary>
    Maskable = 1u << 1,

    /// <summary>It is masked when it has fired, until it is unmasked.</summary>
    Automasked = 1u << 2,

    /// <summary>More of the index can be enabled only after all of it was disabled.</summary>
    [CName("VFIO_IRQ_INFO_NORESIZE")]
    NoResize = 1u << 3,
}
