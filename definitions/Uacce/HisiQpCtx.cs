namespace IoctlSharp.Uacce;

/// <summary>What a HiSilicon queue is for.</summary>
[KernelStruct("hisi_qp_ctx", Header = "misc/uacce/hisi_qm.h")]
public partial struct HisiQpCtx
{
    /// <summary>The queue's number; the kernel's answer.</summary>
    public ushort Id;

    /// <summary>What it is for: the accelerator's own numbers.</summary>
    public ushort QcType;
}
