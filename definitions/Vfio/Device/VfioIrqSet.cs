namespace IoctlSharp.Vfio;

/// <summary>What to do with a range of interrupts; the data stands behind it.</summary>
[KernelStruct("vfio_irq_set", Header = "linux/vfio.h"), Tail("data", typeof(byte))]
public partial struct VfioIrqSet
{
    [ArgSize] private uint _argsz;

    /// <summary>One kind of data and one action.</summary>
    [ExactlyOne(VfioIrqSetFlags.DataTypeMask), ExactlyOne(VfioIrqSetFlags.ActionTypeMask), TailWhen(VfioIrqSetFlags.DataBool | VfioIrqSetFlags.DataEventfd)]
    public VfioIrqSetFlags Flags;

    /// <summary>Which index; for PCI a <see cref="VfioPciIrq"/>.</summary>
    public uint Index;

    /// <summary>The first interrupt of the range.</summary>
    public uint Start;

    /// <summary>The number of interrupts; with data the call sets it.</summary>
    [TailCount] public uint Count;
}
