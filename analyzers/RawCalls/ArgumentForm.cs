namespace IoctlSharp.Analyzers.RawCalls;

/// <summary>What the third argument of an ioctl is.</summary>
internal enum ArgumentForm
{
    /// <summary>Nothing that can be told.</summary>
    Unknown,

    /// <summary>The command takes none.</summary>
    None,

    /// <summary>An integer.</summary>
    Value,

    /// <summary>The address of something.</summary>
    Pointer,
}
