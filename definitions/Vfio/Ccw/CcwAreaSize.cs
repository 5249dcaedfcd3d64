namespace IoctlSharp.Vfio;

/// <summary>The sizes in bytes of what the regions hold.</summary>
[KernelConstants("SC", Header = "linux/vfio_ccw.h")]
public enum CcwAreaSize : int
{
    /// <summary>The operation request block.</summary>
    [CName("ORB_AREA_SIZE")]
    Orb = 12,

    /// <summary>The subchannel status word.</summary>
    [CName("SCSW_AREA_SIZE")]
    Scsw = 12,

    /// <summary>The interruption response block.</summary>
    [CName("IRB_AREA_SIZE")]
    Irb = 96,

    /// <summary>The subchannel information block.</summary>
    [CName("SCHIB_AREA_SIZE")]
    Schib = 52,
}
