namespace IoctlSharp.Calls.Tests.Declarations;

/// <summary>8-byte fields between small ones: 24 bytes with holes at 1 and 17.</summary>
[KernelStruct("holes")]
public partial struct Holes
{
    public byte First;
    public ulong Middle;
    public byte Last;
}
