namespace IoctlSharp.Vfio;

/// <summary>The state of a group.</summary>
[KernelStruct("vfio_group_status", Header = "linux/vfio.h")]
public partial struct VfioGroupStatus
{
    [ArgSize] private uint _argsz;

    /// <summary>The state.</summary>
    public VfioGroupFlags Flags;
}
