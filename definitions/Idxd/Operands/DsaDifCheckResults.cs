namespace IoctlSharp.Idxd;

/// <summary>Where a check of protection information stands.</summary>
[KernelStruct(Anonymous = true, Header = "linux/idxd.h", Packed = true)]
public partial struct DsaDifCheckResults
{
    /// <summary>The reference tag.</summary>
    public uint DifChkRefTag;

    /// <summary>The mask of the application tag.</summary>
    public ushort DifChkAppTagMask;

    /// <summary>The application tag.</summary>
    public ushort DifChkAppTag;
}
