namespace IoctlSharp.Vfio;

/// <summary>The width of an injected error.</summary>
[KernelConstants("EEH_ERR_TYPE_", Header = "asm/eeh.h")]
public enum EehErrorType : uint
{
    /// <summary>32-bit.</summary>
    [CName("EEH_ERR_TYPE_32")]
    Bits32 = 0,

    /// <summary>64-bit.</summary>
    [CName("EEH_ERR_TYPE_64")]
    Bits64 = 1,
}
