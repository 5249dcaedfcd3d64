namespace IoctlSharp.Calls.Tests.Declarations;

/// <summary>A tail of bytes that the flags type, as vfio_irq_set has it.</summary>
[KernelStruct("data"), Tail("data", typeof(byte))]
public partial struct Data
{
    [ArgSize] private uint _argsz;
    public Modes Flags;
    [TailCount] private uint _count;
}
