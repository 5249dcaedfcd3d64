namespace IoctlSharp.Vfio;

/// <summary>The eventfd that is signalled when a sleeping device wakes.</summary>
[KernelStruct("vfio_device_low_power_entry_with_wakeup", Header = "linux/vfio.h")]
public partial struct VfioDeviceLowPowerEntryWithWakeup
{
    /// <summary>The eventfd.</summary>
    public int WakeupEventfd;

    [Reserved] private uint _reserved;
}
