namespace IoctlSharp.Calls.Tests.Declarations;

/// <summary>A pointer and a tail.</summary>
[KernelStruct("tailed_pointing"), Tail("items", typeof(ushort))]
public partial struct TailedPointing
{
    [ArgSize] private uint _argsz;
    public uint Length;
    public UserPointer Data;
    [TailCount] private ushort _count;
}
