namespace IoctlSharp.Idxd;

/// <summary>What a check of protection information has of its own.</summary>
[KernelStruct(Anonymous = true, Header = "linux/idxd.h", Packed = true)]
public unsafe partial struct DsaDifCheckOperands
{
    /// <summary>How the source's protection information is made.</summary>
    public byte SrcDifFlags;

    [Reserved] private byte _difChkRes;

    /// <summary>What is checked.</summary>
    public byte DifChkFlags;

    [Reserved] private fixed byte _difChkRes2[5];

    /// <summary>The first reference tag.</summary>
    public uint ChkRefTagSeed;

    /// <summary>The bits of the application tag that do not count.</summary>
    public ushort ChkAppTagMask;

    /// <summary>The first application tag.</summary>
    public ushort ChkAppTagSeed;
}
