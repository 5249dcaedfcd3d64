namespace IoctlSharp.Vfio;

/// <summary>A range of I/O addresses that can be mapped.</summary>
[KernelStruct("vfio_iova_range", Header = "linux/vfio.h")]
public partial struct VfioIovaRange
{
    /// <summary>The first address.</summary>
    public ulong Start;

    /// <summary>The last address.</summary>
    public ulong End;
}
