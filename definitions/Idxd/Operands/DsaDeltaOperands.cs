namespace IoctlSharp.Idxd;

/// <summary>What the creation of a delta record has of its own.</summary>
[KernelStruct(Anonymous = true, Header = "linux/idxd.h", Packed = true)]
public partial struct DsaDeltaOperands
{
    /// <summary>The delta record.</summary>
    public ulong DeltaAddr;

    /// <summary>Its largest size in bytes.</summary>
    public uint MaxDeltaSize;

    [Reserved] private uint _deltRsvd;

    /// <summary>The bits of the result that count.</summary>
    public byte ExpectedResMask;
}
