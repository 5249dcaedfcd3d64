namespace IoctlSharp.Calls.Tests.Declarations;

/// <summary>Versioned by its size, with a hole at 12: 24 bytes.</summary>
[KernelStruct("sized")]
public partial struct Sized
{
    [ArgSize] private uint _argsz;
    public Modes Flags;
    public uint Index;
    public ulong Size;
}
