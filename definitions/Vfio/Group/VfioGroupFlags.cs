using System;

namespace IoctlSharp.Vfio;

/// <summary>The state of a group.</summary>
[Flags]
[KernelConstants("VFIO_GROUP_FLAGS_", Header = "linux/vfio.h")]
public enum VfioGroupFlags : uint
{
    /// <summary>Every device of the group is bound to a VFIO driver or to none: the group can be used.</summary>
    Viable = 1u << 0,

    /// <summary>The group is in a container.</summary>
    ContainerSet = 1u << 1,
}
