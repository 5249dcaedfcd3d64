using System;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.Declarations;

/// <summary>Turns each fault into its diagnostic.</summary>
internal sealed class FaultSink(Action<Diagnostic> report) : DiagnosticSink
{
    public override void Report(DeclarationFault fault, Location? location, params string[] arguments)
        => report(Diagnostic.Create(DeclarationRules.Of(fault), location, arguments));
}
