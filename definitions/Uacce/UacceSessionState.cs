namespace IoctlSharp.Uacce;

/// <summary>Where a session stands.</summary>
public enum UacceSessionState
{
    /// <summary>The queue is taken: it can be set up, its regions can be mapped, and it can be started.</summary>
    Initial,

    /// <summary>The queue works.</summary>
    Started,

    /// <summary>The queue was given back.</summary>
    Closed,
}
