namespace IoctlSharp.Vfio;

/// <summary>What every capability begins with.</summary>
[KernelStruct("vfio_info_cap_header", Header = "linux/vfio.h")]
public partial struct VfioInfoCapHeader
{
    /// <summary>What the capability is; each INFO command has its own ids.</summary>
    public ushort Id;

    /// <summary>The version of the capability's layout.</summary>
    public ushort Version;

    /// <summary>Where the next capability begins, in bytes from the start of the INFO buffer; 0 for none.</summary>
    public uint Next;
}
