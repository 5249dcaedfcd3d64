namespace IoctlSharp.Idxd;

/// <summary>What an insertion of protection information has of its own.</summary>
[KernelStruct(Anonymous = true, Header = "linux/idxd.h", Packed = true)]
public unsafe partial struct DsaDifInsertOperands
{
    [Reserved] private byte _difInsRes;

    /// <summary>How the destination's protection information is made.</summary>
    public byte DestDifFlag;

    /// <summary>What is inserted.</summary>
    public byte DifInsFlags;

    [Reserved] private fixed byte _difInsRes2[13];

    /// <summary>The first reference tag.</summary>
    public uint InsRefTagSeed;

    /// <summary>The bits of the application tag that do not count.</summary>
    public ushort InsAppTagMask;

    /// <summary>The first application tag.</summary>
    public ushort InsAppTagSeed;
}
