using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using IoctlSharp.Analyzers.RawCalls;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.Lifetime;

/// <summary>Looks for loops in which nothing but the success of a call ends its repetition. Whatever else the loop does may be what ends it, or waits.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RetryAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(CallResultRules.RetryIsUnbounded);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(Analyze, OperationKind.Loop);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        ILoopOperation loop = (ILoopOperation)context.Operation;
        IInvocationOperation? call = null;
        HashSet<ISymbol> results = new(SymbolEqualityComparer.Default);
        foreach (IOperation operation in loop.Descendants())
        {
            switch (operation)
            {
                case IInvocationOperation found when ErrorTestReader.IsAnswered(found) || ErrorTestReader.IsDeclared(found.TargetMethod):
                    if (call is not null)
                        return;
                    call = found;
                    break;
                case IInvocationOperation other when ErrorTestReader.IsErrno(other) || OnlySays(other.TargetMethod):
                    break;
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: { } local }, Value: { } value } when IsResult(value):
                    results.Add(local);
                    break;
                case ISimpleAssignmentOperation { Target: IDiscardOperation } or ISimpleAssignmentOperation { Parent: IObjectOrCollectionInitializerOperation }:
                    break;
                case IVariableDeclaratorOperation { Symbol: { } local, Initializer.Value: { } value } when IsResult(value):
                    results.Add(local);
                    break;
                case IInvocationOperation or IAssignmentOperation or IIncrementOrDecrementOperation or IAwaitOperation or ILockOperation or IUsingOperation or IUsingDeclarationOperation
                    or IAnonymousFunctionOperation or ILocalFunctionOperation or IDynamicInvocationOperation or IRaiseEventOperation or ILoopOperation or ILabeledOperation
                    or IReturnOperation { Kind: not OperationKind.Return } or IBranchOperation { BranchKind: BranchKind.GoTo }:
                    return;
            }
        }

        if (call is not null && new RepeatEngine(new ErrorTestReader(results), call).Read(loop) is { IsAnyFailure: true })
            context.ReportDiagnostic(Diagnostic.Create(CallResultRules.RetryIsUnbounded, call.Syntax.GetLocation(), call.TargetMethod.Name));
    }

    private static bool IsResult(IOperation value) => PassedArgumentReader.Unwrap(value) is var inner && (ErrorTestReader.IsAnswered(inner) || ErrorTestReader.IsErrno(inner));

    // Who says what happened does not wait.
    private static bool OnlySays(IMethodSymbol method)
        => method is { Name: "GetLastPInvokeErrorMessage" or "GetPInvokeErrorMessage", ContainingType.Name: "Marshal" }
            || method.Name is "Write" or "WriteLine" && method.ContainingType is { Name: "Console" or "Debug" or "Trace" or "TextWriter", ContainingNamespace.Name: "System" or "Diagnostics" or "IO" };
}
