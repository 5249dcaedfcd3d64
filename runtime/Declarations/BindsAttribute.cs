using System;

namespace IoctlSharp;

/// <summary>
/// The kernel binds the file of this parameter to something of the call's own file, as an eventfd to an interrupt, and keeps a reference: it stays bound after the
/// call until another one takes it away. To bind it once more in a loop that waits for it undoes and redoes that each time, and what comes in between can be lost.
/// </summary>
/// <param name="instead">What to do in such a loop, as the end of a sentence: <c>"unmask it with ActionUnmask"</c>.</param>
[AttributeUsage(AttributeTargets.Parameter, Inherited = false)]
public sealed class BindsAttribute(string instead) : Attribute
{
    /// <summary>What to do in a loop that waits for the file.</summary>
    public string Instead { get; } = instead;
}
