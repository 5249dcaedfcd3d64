namespace IoctlSharp.Idxd;

/// <summary>Where an update of protection information stands.</summary>
[KernelStruct(Anonymous = true, Header = "linux/idxd.h", Packed = true)]
public partial struct DsaDifUpdateResults
{
    /// <summary>The source's reference tag.</summary>
    public uint DifUpdSrcRefTag;

    /// <summary>The mask of the source's application tag.</summary>
    public ushort DifUpdSrcAppTagMask;

    /// <summary>The source's application tag.</summary>
    public ushort DifUpdSrcAppTag;

    /// <summary>The destination's reference tag.</summary>
    public uint DifUpdDestRefTag;

    /// <summary>The mask of the destination's application tag.</summary>
    public ushort DifUpdDestAppTagMask;

    /// <summary>The destination's application tag.</summary>
    public ushort DifUpdDestAppTag;
}
