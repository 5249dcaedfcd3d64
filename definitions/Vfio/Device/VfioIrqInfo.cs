namespace IoctlSharp.Vfio;

/// <summary>An interrupt index of a device.</summary>
[KernelStruct("vfio_irq_info", Header = "linux/vfio.h")]
public partial struct VfioIrqInfo
{
    [ArgSize] private uint _argsz;

    /// <summary>What the interrupts can.</summary>
    public VfioIrqFlags Flags;

    /// <summary>Which index; for PCI a <see cref="VfioPciIrq"/>.</summary>
    public uint Index;

    /// <summary>The number of interrupts of the index; 0 where the device has none.</summary>
    public uint Count;
}
