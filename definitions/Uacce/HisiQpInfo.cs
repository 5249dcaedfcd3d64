namespace IoctlSharp.Uacce;

/// <summary>The shape of a HiSilicon queue.</summary>
[KernelStruct("hisi_qp_info", Header = "misc/uacce/hisi_qm.h")]
public partial struct HisiQpInfo
{
    /// <summary>The size of an entry of the submission queue in bytes.</summary>
    public uint SqeSize;

    /// <summary>The number of entries of the submission queue.</summary>
    public ushort SqDepth;

    /// <summary>The number of entries of the completion queue.</summary>
    public ushort CqDepth;

    [Reserved] private ulong _reserved;
}
