using System.Collections.Immutable;
using System.Linq;
using IoctlSharp.Analyzers.Contracts;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.Lifetime;

/// <summary>Looks for handlers that throw another exception, and in which it is lost what the kernel said of a failed call.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CatchAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(CallResultRules.ErrorIsLostInCatch);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(Analyze, OperationKind.CatchClause);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        ICatchClauseOperation handler = (ICatchClauseOperation)context.Operation;
        if (handler is not { Parent: ITryOperation attempt, Syntax: CatchClauseSyntax { Declaration: { } declaration } } || !CatchesIoctls(handler.ExceptionType))
            return;
        if (handler.Handler.Operations.LastOrDefault() is not IThrowOperation { Exception: { } thrown } || Unwrap(thrown) is not IObjectCreationOperation made || IsUsed(handler) || Throwing(attempt) is not { } call)
            return;
        context.ReportDiagnostic(Diagnostic.Create(
            CallResultRules.ErrorIsLostInCatch,
            made.Syntax.GetLocation(),
            ImmutableDictionary<string, string?>.Empty.Add("Inner", TakesInner(made, declaration) ? "yes" : null),
            made.Type?.Name,
            call.Name));
    }

    // The first declared call of the body that throws.
    private static IMethodSymbol? Throwing(ITryOperation attempt)
        => attempt.Body.Descendants().OfType<IInvocationOperation>().Select(call => call.TargetMethod)
            .FirstOrDefault(method => ContractCache.IsKernelCall(method) && (method.ReducedFrom ?? method).Has("IoctlAttribute") && !method.ReturnType.IsOurs(KnownNames.Errno));

    private static bool CatchesIoctls(ITypeSymbol type) => type.IsOurs("IoctlException") || type is { Name: "IOException", ContainingNamespace: { Name: "IO", ContainingNamespace.Name: "System" } };

    // Somebody looks at the exception, in the handler or its filter.
    private static bool IsUsed(ICatchClauseOperation handler)
        => (handler.ExceptionDeclarationOrExpression as IVariableDeclaratorOperation)?.Symbol is { } exception
            && handler.Descendants().Any(operation => operation is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, exception));

    // There is a constructor that takes the same and an exception.
    private static bool TakesInner(IObjectCreationOperation made, CatchDeclarationSyntax declaration)
        => made is { Constructor: { } used, Type: INamedTypeSymbol type } && made.Arguments.All(argument => argument.ArgumentKind == ArgumentKind.Explicit)
            && (!declaration.Identifier.IsKind(SyntaxKind.None) || made.SemanticModel!.LookupSymbols(made.Syntax.SpanStart, name: "exception").IsEmpty)
            && type.InstanceConstructors.Any(constructor => constructor.DeclaredAccessibility == Accessibility.Public
                && constructor.Parameters.Length == used.Parameters.Length + 1
                && constructor.Parameters.Take(used.Parameters.Length).Select(parameter => parameter.Type).SequenceEqual(used.Parameters.Select(parameter => parameter.Type), SymbolEqualityComparer.Default)
                && constructor.Parameters.Last().Type is { Name: "Exception", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } });

    private static IOperation Unwrap(IOperation operation)
    {
        while (operation is IConversionOperation conversion)
            operation = conversion.Operand;
        return operation;
    }
}
