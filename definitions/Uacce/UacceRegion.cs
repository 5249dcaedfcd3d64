namespace IoctlSharp.Uacce;

/// <summary>The regions of a queue: each is mapped at that many pages.</summary>
[KernelConstants("UACCE_QFRT_", Header = "misc/uacce/uacce.h")]
public enum UacceRegion : uint
{
    /// <summary>The device's registers.</summary>
    Mmio = 0,

    /// <summary>Memory that the device and the process share.</summary>
    [CName("UACCE_QFRT_DUS")]
    DeviceUserShare = 1,
}
