namespace IoctlSharp.Vfio;

/// <summary>The states of <see cref="EehState"/> by the names of powerpc's own header; VFIO passes them on as they are.</summary>
[KernelConstants("EEH_PE_STATE_", Header = "asm/eeh.h")]
public static class EehPeStates
{
    /// <summary>It works.</summary>
    public const int Normal = (int)EehState.Normal;

    /// <summary>It is being reset.</summary>
    public const int Reset = (int)EehState.Reset;

    /// <summary>It is frozen: neither loads and stores nor DMA.</summary>
    [CName("EEH_PE_STATE_STOPPED_IO_DMA")]
    public const int Stopped = (int)EehState.Stopped;

    /// <summary>DMA is frozen.</summary>
    public const int StoppedDma = (int)EehState.StoppedDma;

    /// <summary>It is not to be had, for now or for good.</summary>
    [CName("EEH_PE_STATE_UNAVAIL")]
    public const int Unavailable = (int)EehState.Unavailable;
}
