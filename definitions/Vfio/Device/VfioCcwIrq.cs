namespace IoctlSharp.Vfio;

/// <summary>The interrupts of a channel subsystem device (s390).</summary>
[KernelConstants("VFIO_CCW_", Header = "linux/vfio.h")]
public enum VfioCcwIrq : uint
{
    /// <summary>An I/O interrupt.</summary>
    [CName("VFIO_CCW_IO_IRQ_INDEX")]
    Io = 0,

    /// <summary>A channel report word is there.</summary>
    [CName("VFIO_CCW_CRW_IRQ_INDEX")]
    Crw = 1,

    /// <summary>The kernel wants the device back.</summary>
    [CName("VFIO_CCW_REQ_IRQ_INDEX")]
    Request = 2,
}
