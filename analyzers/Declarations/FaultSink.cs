using System;
using System.Collections.Generic;
using IoctlSharp.Generator.Layout;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.Declarations;

/// <summary>Turns each fault into its diagnostic.</summary>
internal sealed class FaultSink(Action<Diagnostic> report) : DiagnosticSink
{
    private readonly HashSet<Location> _culprits = [];

    public override void Report(DeclarationFault fault, Location? location, params string[] arguments)
    {
        // One place, one error: the first says what to do first, and what follows from it is noise.
        DiagnosticDescriptor rule = DeclarationRules.Of(fault);
        if (rule.DefaultSeverity == DiagnosticSeverity.Error && location is not null && !_culprits.Add(location))
            return;
        string[] texts = fault is DeclarationFault.LayoutDiffersFromC or DeclarationFault.LayoutDiffersOnI386 ? Difference(arguments) : arguments;
        report(Diagnostic.Create(rule, location, texts));
    }

    private static string[] Difference(string[] arguments)
    {
        string culprit = arguments[1].Length == 0 ? arguments[0] : $"{arguments[0]}.{arguments[1]}";
        string what = arguments[2] switch
        {
            nameof(LayoutDifferenceKind.FieldOffset) => "offset ",
            nameof(LayoutDifferenceKind.FieldCount) => "a field count of ",
            _ => "a size of ",
        };
        string where = arguments[5] == nameof(DataModel.Ilp32) ? " on 32-bit machines" : "";
        string clr = arguments[2] == nameof(LayoutDifferenceKind.DoesNotLoad) ? "no layout that the runtime loads" : what + arguments[4];
        return [culprit, what + arguments[3] + where, clr];
    }
}
