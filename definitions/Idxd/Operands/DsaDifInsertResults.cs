namespace IoctlSharp.Idxd;

/// <summary>Where an insertion of protection information stands.</summary>
[KernelStruct(Anonymous = true, Header = "linux/idxd.h", Packed = true)]
public partial struct DsaDifInsertResults
{
    [Reserved] private ulong _difInsRes;

    /// <summary>The reference tag.</summary>
    public uint DifInsRefTag;

    /// <summary>The mask of the application tag.</summary>
    public ushort DifInsAppTagMask;

    /// <summary>The application tag.</summary>
    public ushort DifInsAppTag;
}
