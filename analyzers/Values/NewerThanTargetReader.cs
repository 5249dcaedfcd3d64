using System;
using System.Linq;
using IoctlSharp.Analyzers.Contracts;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.Values;

/// <summary>Finds uses of what came to Linux after the oldest release that the project says it runs on.</summary>
internal sealed class NewerThanTargetReader(Version target)
{
    private const string Property = "build_property.TargetLinuxVersion";

    /// <summary>A reader for the project's release; null when it states none.</summary>
    public static NewerThanTargetReader? For(AnalyzerOptions options)
        => options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(Property, out string? text) && VersionReader.Parse(text) is { } version ? new(version) : null;

    public void Read(OperationAnalysisContext context)
    {
        ISymbol? used = context.Operation switch
        {
            // What returns its error says itself that the kernel does not know it.
            IInvocationOperation { TargetMethod: var method } when !method.ReturnType.IsOurs(KnownNames.Errno) => method,
            IFieldReferenceOperation { Field: var field } => field,
            _ => null,
        };
        // A type that is as new is used by a method or a field that says so too.
        if (used is not null && used.Has(KnownNames.Since) && VersionReader.Since(used) is { } since && since > target && !IsGuarded(context.Operation))
            context.ReportDiagnostic(Diagnostic.Create(ValueRules.FeatureIsNewerThanTargetLinux, context.Operation.Syntax.GetLocation(), used.ContainingType.Name, used.Name, since, target));
    }

    // Whoever catches the refusal, or asks for the release, knows.
    private static bool IsGuarded(IOperation operation)
    {
        IOperation root = operation;
        for (; root.Parent is not null; root = root.Parent)
        {
            if (root is ITryOperation { Catches.IsEmpty: false } or INameOfOperation or IAttributeOperation)
                return true;
        }

        return root is IAttributeOperation || root.Descendants().Any(part => part is IPropertyReferenceOperation { Property: { Name: "OSVersion", ContainingType.Name: "Environment" } });
    }

}
