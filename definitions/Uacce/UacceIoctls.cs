namespace IoctlSharp.Uacce;

/// <summary>The ioctls of every accelerator's queue. The order: open, set the queue up, map its regions, start, use, stop, close.</summary>
[IoctlGroup('W', Header = "misc/uacce/uacce.h")]
public static partial class UacceIoctls
{
    /// <summary>Starts a queue.</summary>
    [Ioctl(IoctlMacro.IO, 0, Name = "UACCE_CMD_START_Q")]
    [FailsWith(Errno.EINVAL, "the queue is started already")]
    [FailsWith(Errno.ENXIO, "the queue is not valid any more: its device is gone, or it was stopped under a kernel that gives it back then")]
    public static partial void Start(this UacceQueue queue);

    /// <summary>Stops a queue; nothing where it is not started. It can be started again, and is given back when it is closed; kernels from before 2026 give it back here already, for good.</summary>
    [Ioctl(IoctlMacro.IO, 1, Name = "UACCE_CMD_PUT_Q")]
    [FailsWith(Errno.ENXIO, "the queue is not valid any more: its device is gone")]
    public static partial void Stop(this UacceQueue queue);
}
