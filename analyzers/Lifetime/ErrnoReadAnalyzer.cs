using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using IoctlSharp.Analyzers.Flow;
using IoctlSharp.Analyzers.RawCalls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.Lifetime;

/// <summary>Looks for calls between an import of libc and the line that asks for its errno.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ErrnoReadAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(CallResultRules.ErrnoIsReadTooLate);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(Analyze, OperationKind.Invocation);
    }

    /// <summary>Whether the next import's errno that the method asks for is that of this call.</summary>
    public static bool IsAskedAfter(IInvocationOperation call)
        => PassedArgumentReader.RootOf(call).Descendants().OfType<IInvocationOperation>()
            .Where(other => other.Syntax.SpanStart > call.Syntax.Span.End)
            .FirstOrDefault(other => IsRead(other.TargetMethod) || RawImportReader.Read(other.TargetMethod) is not null) is { } next && IsRead(next.TargetMethod);

    private static bool IsRead(IMethodSymbol method)
        => method is { Name: "GetLastPInvokeError" or "GetLastPInvokeErrorMessage" or "GetLastWin32Error" or "GetLastSystemError", ContainingType.Name: "Marshal" };

    private static void Analyze(OperationAnalysisContext context)
    {
        IInvocationOperation read = (IInvocationOperation)context.Operation;
        if (!IsRead(read.TargetMethod))
            return;
        bool isSystem = read.TargetMethod.Name == "GetLastSystemError";
        string? between = null;
        IInvocationOperation? cleanup = null;
        List<IOperation> failures = [];
        foreach (IOperation earlier in Earlier(read, failures))
        {
            switch (earlier)
            {
                case IInvocationOperation call when RawImportReader.Read(call.TargetMethod) is { } import:
                    // What cleans up behind a failure is not what failed.
                    if (import.Function is "close" or "munmap" && IsStatement(call) && failures.Count == 0)
                    {
                        cleanup = import.SetsLastError || isSystem ? call : cleanup;
                        break;
                    }

                    between ??= cleanup is not null && failures.Any(failure => DependsOn(failure, call)) ? cleanup.TargetMethod.Name : null;
                    if (between is not null)
                        context.ReportDiagnostic(Diagnostic.Create(CallResultRules.ErrnoIsReadTooLate, read.Syntax.GetLocation(), read.TargetMethod.Name, between, call.TargetMethod.Name));
                    return;
                case IInvocationOperation call when call.TargetMethod.Name == read.TargetMethod.Name:
                    return;
                case IInvocationOperation call when ErrnoReader.IsChangedBy(call):
                    between = call.TargetMethod.Name;
                    break;
                // Whoever goes on after it may be another thread, which has an errno of its own.
                case IAwaitOperation:
                    between ??= "await";
                    break;
            }
        }
    }

    // Backwards through what runs before: the operands in front, the statements in front, and those in front of the block around.
    private static IEnumerable<IOperation> Earlier(IOperation read, List<IOperation> failures)
    {
        for (IOperation current = read; current.Parent is { } parent; current = parent)
        {
            // A loop or a try around runs in an order of its own.
            if (parent is ILoopOperation or ITryOperation or IAnonymousFunctionOperation or ILocalFunctionOperation)
                yield break;
            IEnumerable<IOperation> before = parent switch
            {
                IConditionalOperation conditional => conditional.Condition == current ? [] : [conditional.Condition],
                ISwitchOperation choice => choice.Value == current ? [] : [choice.Value],
                ISwitchExpressionOperation choice => choice.Value == current ? [] : [choice.Value],
                _ => parent.ChildOperations.TakeWhile(child => child != current).Reverse(),
            };
            if (parent is IConditionalOperation { Condition: { } condition } decision && decision.WhenTrue == current && IsFailure(condition))
                failures.Add(condition);
            foreach (IOperation part in before.SelectMany(statement => statement.DescendantsAndSelf().Reverse()))
            {
                if (part is IInvocationOperation or IAwaitOperation)
                    yield return part;
            }
        }
    }

    private static bool IsFailure(IOperation condition)
        => condition is IBinaryOperation { OperatorKind: var kind, RightOperand.ConstantValue: { HasValue: true, Value: var value } }
            && (kind, value) is (BinaryOperatorKind.LessThan, 0) or (BinaryOperatorKind.NotEquals, 0) or (BinaryOperatorKind.Equals, -1);

    private static bool IsStatement(IInvocationOperation call)
        => call.Parent is IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation, Parent: IExpressionStatementOperation };

    // The condition has the call, or a local that holds its result.
    private static bool DependsOn(IOperation condition, IInvocationOperation call)
        => condition.DescendantsAndSelf().Any(part => part == call
            || part is ILocalReferenceOperation { Local: { } local } && GivenReader.Values(local, call).Any(value => PassedArgumentReader.Unwrap(value) == call));
}
