namespace IoctlSharp.Idxd;

/// <summary>What the generation of separate protection information has of its own.</summary>
[KernelStruct(Anonymous = true, Header = "linux/idxd.h", Packed = true)]
[Since("6.12")]
public unsafe partial struct DsaDixGenerateOperands
{
    [Reserved] private byte _dixGenRes;

    /// <summary>How the destination's protection information is made.</summary>
    public byte DestDifFlags;

    /// <summary>What is generated.</summary>
    public byte DifFlags;

    [Reserved] private fixed byte _dixGenRes2[13];

    /// <summary>The first reference tag.</summary>
    public uint RefTagSeed;

    /// <summary>The bits of the application tag that do not count.</summary>
    public ushort AppTagMask;

    /// <summary>The first application tag.</summary>
    public ushort AppTagSeed;
}
