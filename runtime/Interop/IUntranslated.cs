using System.ComponentModel;

namespace IoctlSharp.Interop;

/// <summary>A struct that a 64-bit kernel does not translate for 32-bit processes, some of which lay it out otherwise. Implemented by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IUntranslated
{
    /// <summary>Whether this process and its kernel disagree about the layout.</summary>
    bool IsMisread { get; }
}
