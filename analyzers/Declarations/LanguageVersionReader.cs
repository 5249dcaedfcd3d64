using System.Collections.Concurrent;
using System.Linq;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IoctlSharp.Analyzers.Declarations;

/// <summary>Finds the declarations of a project whose language cannot hold them. The culprit is the project, so it is said once.</summary>
internal sealed class LanguageVersionReader
{
    private readonly ConcurrentBag<Location> _declarations = [];

    public void Read(SymbolAnalysisContext context)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)context.Symbol;
        if ((type.IsKernelType() || type.FindByFullName(KnownNames.IoctlGroup) is not null) && type.Place() is { } place)
            _declarations.Add(place);
    }

    public void Report(CompilationAnalysisContext context)
    {
        Location? first = _declarations.OrderBy(place => place.SourceTree?.FilePath).ThenBy(place => place.SourceSpan.Start).FirstOrDefault();
        if (first is not null)
            new FaultSink(context.ReportDiagnostic).Report(DeclarationFault.LanguageVersionIsTooOld, first, ((CSharpCompilation)context.Compilation).LanguageVersion.ToDisplayString());
    }
}
