namespace IoctlSharp.Idxd;

/// <summary>Who can use a work queue, and thereby how it is written to: <c>mode</c> in sysfs.</summary>
public enum IdxdQueueMode
{
    /// <summary>Any number of processes, by <c>ENQCMD</c>: the device says when it is full.</summary>
    Shared,

    /// <summary>One process, by <c>MOVDIR64B</c>: what comes when it is full is lost, and nobody is told.</summary>
    Dedicated,
}
