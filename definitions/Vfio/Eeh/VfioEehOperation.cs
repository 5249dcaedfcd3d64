namespace IoctlSharp.Vfio;

/// <summary>An EEH operation.</summary>
[KernelConstants("VFIO_EEH_PE_", Header = "linux/vfio.h")]
public enum VfioEehOperation : uint
{
    /// <summary>Turns EEH off.</summary>
    Disable = 0,

    /// <summary>Turns EEH on.</summary>
    Enable = 1,

    /// <summary>Lets loads and stores through again.</summary>
    UnfreezeIo = 2,

    /// <summary>Lets DMA through again.</summary>
    UnfreezeDma = 3,

    /// <summary>Reads the state: the result of the call.</summary>
    GetState = 4,

    /// <summary>Ends a reset.</summary>
    ResetDeactivate = 5,

    /// <summary>Begins a hot reset.</summary>
    ResetHot = 6,

    /// <summary>Begins a fundamental reset.</summary>
    ResetFundamental = 7,

    /// <summary>Sets the bridges up again after a reset.</summary>
    Configure = 8,

    /// <summary>Injects an error: the only operation that has data.</summary>
    [CName("VFIO_EEH_PE_INJECT_ERR")]
    InjectError = 9,
}
