namespace IoctlSharp.Calls.Tests.Declarations;

/// <summary>Too large for a copy on the stack: 1024 bytes.</summary>
[KernelStruct("large")]
public unsafe partial struct Large
{
    [ArgSize] private uint _argsz;
    private fixed byte _data[1001];
    public ulong End;
    public ushort Last;
}
