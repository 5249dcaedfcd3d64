namespace IoctlSharp.Vfio;

/// <summary>An error to inject.</summary>
[KernelStruct("vfio_eeh_pe_err", Header = "linux/vfio.h")]
public partial struct VfioEehPeErr
{
    /// <summary>Its width.</summary>
    public EehErrorType Type;

    /// <summary>What it hits.</summary>
    [CName("func")] public EehErrorFunction Function;

    /// <summary>The address.</summary>
    [CName("addr")] public ulong Address;

    /// <summary>The mask of the address bits that count.</summary>
    public ulong Mask;
}
