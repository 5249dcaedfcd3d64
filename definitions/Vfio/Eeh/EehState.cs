namespace IoctlSharp.Vfio;

/// <summary>The state of a partitionable endpoint. A value that is none of these is a state that this version does not know.</summary>
[KernelConstants("VFIO_EEH_PE_STATE_", Header = "linux/vfio.h")]
public enum EehState : int
{
    /// <summary>It works.</summary>
    Normal = 0,

    /// <summary>It is being reset.</summary>
    Reset = 1,

    /// <summary>It is frozen: neither loads and stores nor DMA.</summary>
    Stopped = 2,

    /// <summary>DMA is frozen.</summary>
    StoppedDma = 4,

    /// <summary>It is not to be had, for now or for good.</summary>
    [CName("VFIO_EEH_PE_STATE_UNAVAIL")]
    Unavailable = 5,
}
