using System;

namespace IoctlSharp.Vfio;

/// <summary>One kind of data and one action.</summary>
[Flags]
[KernelConstants("VFIO_IRQ_SET_", Header = "linux/vfio.h")]
public enum VfioIrqSetFlags : uint
{
    /// <summary>No data: all of the range.</summary>
    DataNone = 1u << 0,

    /// <summary>A byte for each interrupt of the range: 0 leaves it out.</summary>
    DataBool = 1u << 1,

    /// <summary>An eventfd for each interrupt of the range; -1 for none.</summary>
    DataEventfd = 1u << 2,

    /// <summary>Mask.</summary>
    ActionMask = 1u << 3,

    /// <summary>Unmask.</summary>
    ActionUnmask = 1u << 4,

    /// <summary>Trigger, or be told of triggers through the eventfd.</summary>
    ActionTrigger = 1u << 5,

    /// <summary>All kinds of data: a call has exactly one.</summary>
    DataTypeMask = DataNone | DataBool | DataEventfd,

    /// <summary>All actions: a call has exactly one.</summary>
    ActionTypeMask = ActionMask | ActionUnmask | ActionTrigger,
}
