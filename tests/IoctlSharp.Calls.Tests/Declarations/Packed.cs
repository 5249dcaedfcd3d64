namespace IoctlSharp.Calls.Tests.Declarations;

/// <summary>No hole: 13 bytes.</summary>
[KernelStruct("packed", Packed = true)]
public partial struct Packed
{
    public byte First;
    public ulong Middle;
    public uint Last;
}
