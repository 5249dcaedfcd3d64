using System.Collections.Generic;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Tool.Reading;

/// <summary>Keeps what the generator's readers find wrong, for the message.</summary>
internal sealed class FaultCollector : DiagnosticSink
{
    private readonly List<string> _faults = [];

    public override void Report(DeclarationFault fault, Location? location, params string[] arguments)
        => _faults.Add($"{fault} ({string.Join(", ", arguments)})");

    /// <summary>The exception for a declaration that no reader takes.</summary>
    public ToolException Refuse(ISymbol declaration)
        => new($"{AssemblyReader.NameOf(declaration)} is no declaration that the generator accepts; its build says why: {(_faults.Count > 0 ? _faults[0] : "not valid")}");
}
