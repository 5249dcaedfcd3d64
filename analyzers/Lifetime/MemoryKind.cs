namespace IoctlSharp.Analyzers.Lifetime;

/// <summary>Whose memory something is.</summary>
internal enum MemoryKind
{
    /// <summary>Nobody can tell, or that of the pinned heap, which stays.</summary>
    Unknown,

    /// <summary>The stack's.</summary>
    Stack,

    /// <summary>The garbage collector's, which moves it.</summary>
    Managed,
}
