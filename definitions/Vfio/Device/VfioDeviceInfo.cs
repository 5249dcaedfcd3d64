namespace IoctlSharp.Vfio;

/// <summary>What a device is: its regions and its interrupts.</summary>
[KernelStruct("vfio_device_info", Header = "linux/vfio.h")]
[Since("6.12", Size = 24)]
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
    [Reserved, Since("6.12")] private uint _pad;
}
