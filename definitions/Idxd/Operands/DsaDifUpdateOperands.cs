namespace IoctlSharp.Idxd;

/// <summary>What an update of protection information has of its own.</summary>
[KernelStruct(Anonymous = true, Header = "linux/idxd.h", Packed = true)]
public unsafe partial struct DsaDifUpdateOperands
{
    /// <summary>How the source's protection information is made.</summary>
    public byte SrcUpdFlags;

    /// <summary>How the destination's protection information is made.</summary>
    public byte UpdDestFlags;

    /// <summary>What is updated.</summary>
    public byte DifUpdFlags;

    [Reserved] private fixed byte _difUpdRes[5];

    /// <summary>The source's first reference tag.</summary>
    public uint SrcRefTagSeed;

    /// <summary>The bits of the source's application tag that do not count.</summary>
    public ushort SrcAppTagMask;

    /// <summary>The source's first application tag.</summary>
    public ushort SrcAppTagSeed;

    /// <summary>The destination's first reference tag.</summary>
    public uint DestRefTagSeed;

    /// <summary>The bits of the destination's application tag that do not count.</summary>
    public ushort DestAppTagMask;

    /// <summary>The destination's first application tag.</summary>
    public ushort DestAppTagSeed;
}
