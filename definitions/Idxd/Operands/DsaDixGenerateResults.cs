namespace IoctlSharp.Idxd;

/// <summary>Where separate protection information stands.</summary>
[KernelStruct(Anonymous = true, Header = "linux/idxd.h", Packed = true)]
[Since("6.12")]
public partial struct DsaDixGenerateResults
{
    [Reserved] private ulong _dixGenRes;

    /// <summary>The reference tag.</summary>
    public uint DixRefTag;

    /// <summary>The mask of the application tag.</summary>
    public ushort DixAppTagMask;

    /// <summary>The application tag.</summary>
    public ushort DixAppTag;
}
