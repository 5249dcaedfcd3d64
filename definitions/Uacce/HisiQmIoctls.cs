namespace IoctlSharp.Uacce;

/// <summary>The ioctls of HiSilicon accelerators' queues.</summary>
[IoctlGroup('H', Header = "misc/uacce/hisi_qm.h")]
public static partial class HisiQmIoctls
{
    /// <summary>Says what the queue is for, before it is started. The result is the queue's number.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="type">What it is for: the accelerator's own numbers.</param>
    [Ioctl(IoctlMacro.IOWR, 10, Name = "UACCE_CMD_QM_SET_QP_CTX", Argument = typeof(HisiQpCtx))]
    [FailsWith(Errno.EINVAL, "the accelerator has no queues of that type, or it is no HiSilicon one")]
    [return: Field(nameof(HisiQpCtx.Id))]
    public static partial ushort SetType(this UacceQueue queue, [Field(nameof(HisiQpCtx.QcType))] ushort type);

    /// <summary>The shape of the queue. The kernel only answers, whatever the command's name says.</summary>
    [Ioctl(IoctlMacro.IOWR, 11, Name = "UACCE_CMD_QM_SET_QP_INFO")]
    [FailsWith(Errno.EINVAL, "it is no HiSilicon accelerator")]
    public static partial HisiQpInfo GetQueueInfo(this UacceQueue queue);

    /// <summary>The interface of the first hardware: <c>api</c> in sysfs.</summary>
    [CName("HISI_QM_API_VER_BASE")]
    public const string ApiVersion1 = "hisi_qm_v1";

    /// <summary>The interface of the second hardware: <c>api</c> in sysfs.</summary>
    [CName("HISI_QM_API_VER2_BASE")]
    public const string ApiVersion2 = "hisi_qm_v2";

    /// <summary>The interface of the third hardware: <c>api</c> in sysfs.</summary>
    [CName("HISI_QM_API_VER3_BASE")]
    public const string ApiVersion3 = "hisi_qm_v3";

    /// <summary>The interface of the fifth hardware: <c>api</c> in sysfs.</summary>
    [CName("HISI_QM_API_VER5_BASE"), Since("7.2")]
    public const string ApiVersion5 = "hisi_qm_v5";
}
