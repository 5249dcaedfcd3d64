using Microsoft.CodeAnalysis;

namespace IoctlSharp.Generator.Reading;

/// <summary>Takes what a reader finds wrong. The generator reads without one; the analyzers turn each fault into their diagnostic.</summary>
public abstract class DiagnosticSink
{
    /// <param name="fault">What is wrong.</param>
    /// <param name="location">The culprit.</param>
    /// <param name="arguments">The names that the message is about, in the order that <see cref="DeclarationFault"/> states.</param>
    public abstract void Report(DeclarationFault fault, Location? location, params string[] arguments);
}
