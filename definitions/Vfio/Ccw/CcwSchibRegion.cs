namespace IoctlSharp.Vfio;

/// <summary>The subchannel information block (s390): what <c>STORE SUBCHANNEL</c> gives.</summary>
[KernelStruct("ccw_schib_region", Header = "linux/vfio_ccw.h", Packed = true)]
public unsafe partial struct CcwSchibRegion
{
    private fixed byte _schibArea[52];
}
