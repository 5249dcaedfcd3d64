using System;
using System.ComponentModel;

namespace IoctlSharp.Interop;

/// <summary>
/// What stands for the call of a declaration that is not valid: an error of the compiler's in a method body. Errors about declarations
/// themselves (a partial method without its other part) would end a build before any analyzer is heard.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RefusedCall
{
    /// <summary>Never called: nothing that mentions it compiles.</summary>
    [Obsolete("No call was generated: this [Ioctl], or a type that it uses, is not declared as it must be. The IOCTL diagnostics beside this error say what to change; they come from the analyzers, so RunAnalyzers must not be false.", error: true)]
    public static Exception Exception() => new NotSupportedException();
}
