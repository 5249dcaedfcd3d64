namespace IoctlSharp.Idxd;

/// <summary>The state of a work queue: <c>state</c> in sysfs.</summary>
public enum IdxdQueueState
{
    /// <summary>A state that this version does not know.</summary>
    Unknown,

    /// <summary>It is not enabled: it can be set up, and has no file.</summary>
    Disabled,

    /// <summary>It works.</summary>
    Enabled,
}
