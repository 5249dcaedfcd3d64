namespace IoctlSharp.Vfio;

/// <summary>The interrupts of a cryptographic adapter (s390).</summary>
[KernelConstants("VFIO_AP_", Header = "linux/vfio.h")]
[Since("6.12")]
public enum VfioApIrq : uint
{
    /// <summary>The kernel wants the device back.</summary>
    [CName("VFIO_AP_REQ_IRQ_INDEX")]
    Request = 0,

    /// <summary>The adapters, domains or control domains of the mediated device changed.</summary>
    [CName("VFIO_AP_CFG_CHG_IRQ_INDEX")]
    [Since("7.2")]
    ConfigurationChanged = 1,
}
