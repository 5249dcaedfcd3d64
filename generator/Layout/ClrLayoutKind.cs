namespace IoctlSharp.Generator.Layout;

/// <summary>The layout kinds of a blittable struct.</summary>
public enum ClrLayoutKind
{
    /// <summary>Fields follow each other; C#'s default for structs.</summary>
    Sequential,

    /// <summary>Every field states its offset.</summary>
    Explicit,
}
