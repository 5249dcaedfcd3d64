using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.RawCalls;

/// <summary>Compares calls of libc's <c>ioctl</c>, and what is written for them by hand, with what is known of commands and structs. Whatever cannot be told is left alone.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RawCallAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = RawCallRules.All.Add(RawImportRules.RawArgumentIsCopied);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        Lazy<CommandCatalogModel> shipped = new(() => CommandCatalogReader.ReadShipped(context.Compilation, context.CancellationToken));
        Lazy<CommandCatalogModel> all = new(() => CommandCatalogReader.Read(context.Compilation, context.CancellationToken));
        RawCallReader calls = new(new ForwardingReader(context.Compilation, context.CancellationToken));
        ArgSizeReader sizes = new(shipped);
        context.RegisterSymbolAction(symbol => KnownCommandReader.Read(symbol, shipped), SymbolKind.Method);
        context.RegisterSymbolAction(symbol => HandWrittenStructReader.Read(symbol, shipped), SymbolKind.NamedType);
        context.RegisterOperationAction(sizes.ReadAssignment, OperationKind.SimpleAssignment);
        context.RegisterOperationAction(
            operation =>
            {
                IInvocationOperation invocation = (IInvocationOperation)operation.Operation;
                // One argument, one fault: the size of a struct that is the wrong one anyway is not of interest.
                if (calls.Read(invocation) is { } call && CommandUseReader.Read(operation, call, all.Value, out string? remedy))
                    sizes.ReadCall(operation, invocation, call, remedy);
            },
            OperationKind.Invocation);
    }
}
