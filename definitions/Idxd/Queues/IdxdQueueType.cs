namespace IoctlSharp.Idxd;

/// <summary>Whom a work queue is for: <c>type</c> in sysfs.</summary>
public enum IdxdQueueType
{
    /// <summary>Nobody yet.</summary>
    None,

    /// <summary>The kernel: it has no file.</summary>
    Kernel,

    /// <summary>Programs: it has a file, once it is enabled.</summary>
    User,
}
