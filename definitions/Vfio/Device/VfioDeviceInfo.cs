namespace IoctlSharp.Vfio;

/// <summary>What a device is: its regions and its interrupts.</summary>
[KernelStruct("vfio_device_info", Header = "linux/vfio.h")]
public partial struct VfioDeviceInfo
{
    [ArgSize] private uint _argsz;

    /// <summary>What the device is and can.</summary>
    public VfioDeviceFlags Flags;

    /// <summary>The largest region index plus one.</summary>
    [CName("num_regions")] public uint RegionCount;

    /// <summary>The largest interrupt index plus one.</summary>
    [CName("num_irqs")] public uint IrqCount;

    [CapabilityOffset(Flags = nameof(Flags), Flag = VfioDeviceFlags.Capabilities)] private uint _capOffset;
    [Reserved] private uint _pad;
}
