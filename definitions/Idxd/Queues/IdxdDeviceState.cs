namespace IoctlSharp.Idxd;

/// <summary>The state of a device: <c>state</c> in sysfs.</summary>
public enum IdxdDeviceState
{
    /// <summary>A state that this version does not know.</summary>
    Unknown,

    /// <summary>It is not enabled: its queues can be set up.</summary>
    Disabled,

    /// <summary>It works.</summary>
    Enabled,

    /// <summary>The hardware stopped it because of an error.</summary>
    Halted,
}
