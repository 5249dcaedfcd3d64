namespace IoctlSharp.Vfio;

/// <summary>A channel report word (s390).</summary>
[KernelStruct("ccw_crw_region", Header = "linux/vfio_ccw.h", Packed = true)]
public partial struct CcwCrwRegion
{
    /// <summary>The word; 0 when there is none.</summary>
    public uint Crw;

    [Reserved] private uint _pad;
}
