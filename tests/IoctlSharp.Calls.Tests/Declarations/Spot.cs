namespace IoctlSharp.Calls.Tests.Declarations;

/// <summary>Memory, for a struct that holds it: 24 bytes with a hole at 20.</summary>
[KernelStruct("spot")]
public partial struct Spot
{
    public ulong Size;
    public UserPointer Data;
    public uint Length;
}
