using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using IoctlSharp.Analyzers.Contracts;
using IoctlSharp.Analyzers.RawCalls;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.Lifetime;

/// <summary>Looks for loops that wait for a file, and bind it to the same thing in each round.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RebindAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor s_eventfdIsBoundAgain = new(
        RuleIds.EventfdIsBoundAgain,
        "What stays bound is not bound again in a loop",
        "'{0}' binds '{1}' anew in each round of the loop that waits for it, and what comes meanwhile can be lost: bind it once in front of the loop, and in the loop {2}",
        RuleCategories.CallSite, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.EventfdIsBoundAgain));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(s_eventfdIsBoundAgain);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (!start.Compilation.GetTypesByMetadataName(KnownNames.Ioctl).IsEmpty)
                start.RegisterOperationAction(Analyze, OperationKind.Loop);
        });
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        ILoopOperation loop = (ILoopOperation)context.Operation;
        foreach (IInvocationOperation call in loop.Descendants().OfType<IInvocationOperation>())
        {
            if (!ContractCache.IsKernelCall(call.TargetMethod) || !IsInEachRound(call, loop))
                continue;
            foreach (IArgumentOperation argument in call.Arguments)
            {
                if (argument.Parameter?.Find(KnownNames.Binds) is not { } binds || Bound(argument) is not { } file || !Waits(loop, file) || Changes(loop, call, argument, file))
                    continue;
                context.ReportDiagnostic(Diagnostic.Create(s_eventfdIsBoundAgain, call.Syntax.GetLocation(), call.TargetMethod.Name, file.Name, binds.Argument<string>(0)));
            }
        }
    }

    // Behind no condition, and in no loop or function within.
    private static bool IsInEachRound(IOperation call, ILoopOperation loop)
    {
        for (IOperation current = call; current.Parent is { } parent; current = parent)
        {
            if (parent == loop)
                return true;
            bool isCertain = parent switch
            {
                IConditionalOperation conditional => conditional.Condition == current,
                IBinaryOperation binary => binary.OperatorKind is not (BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr) || binary.LeftOperand == current,
                ITryOperation attempt => attempt.Body == current,
                IBlockOperation or IExpressionStatementOperation or IConversionOperation or IUnaryOperation or IIsPatternOperation or ISimpleAssignmentOperation => true,
                IVariableDeclarationGroupOperation or IVariableDeclarationOperation or IVariableDeclaratorOperation or IVariableInitializerOperation => true,
                _ => false,
            };
            if (!isCertain)
                return false;
        }

        return false;
    }

    // The one file that is passed, by itself or in a list.
    private static ISymbol? Bound(IArgumentOperation argument)
    {
        ISymbol[] files = [.. argument.DescendantsAndSelf().Where(part => part.Type.IsHandle()).Select(Variable).Where(file => file is not null)!];
        return files.Length == 1 && !argument.Descendants().OfType<IInvocationOperation>().Any() ? files[0] : null;
    }

    private static bool Waits(ILoopOperation loop, ISymbol file)
        => loop.Descendants().OfType<IInvocationOperation>().Any(call =>
            call.TargetMethod is { Name: "Wait" or "WaitToRead" or "ReadNext" } method && (method.ContainingType.IsOurs("EventFd") || method.ContainingType.IsOurs("DeviceStream"))
            && Is(call.Instance ?? call.Arguments.FirstOrDefault()?.Value, file));

    // It is another binding in each round, or something else of the loop may have undone it.
    private static bool Changes(ILoopOperation loop, IInvocationOperation call, IArgumentOperation bound, ISymbol file)
    {
        if (Variable(PassedArgumentReader.Unwrap(call.Arguments[0].Value)) is not { } device)
            return true;
        HashSet<ISymbol> written = new(SymbolEqualityComparer.Default);
        foreach (IOperation operation in loop.Descendants())
        {
            ISymbol? target = operation switch
            {
                IAssignmentOperation assignment => Variable(assignment.Target),
                IIncrementOrDecrementOperation step => Variable(step.Target),
                IVariableDeclaratorOperation declarator => declarator.Symbol,
                IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => Variable(argument.Value),
                _ => null,
            };
            if (target is not null)
                written.Add(target);
            // Whoever else has the device, or is of the same object, can take the binding away.
            if (operation is IInvocationOperation other && other != call && (other.Arguments.Any(argument => argument.Descendants().Any(part => Is(part, device))) || (other.Instance is IInstanceReferenceOperation && device is IFieldSymbol or IPropertySymbol)))
                return true;
        }

        return written.Contains(file) || written.Contains(device)
            || call.Arguments.Any(argument => argument != bound && argument.Descendants().Any(part => part is IInvocationOperation or IAssignmentOperation or IIncrementOrDecrementOperation || (Variable(part) is { } used && written.Contains(used))));
    }

    private static bool Is(IOperation? operation, ISymbol file) => operation is not null && SymbolEqualityComparer.Default.Equals(Variable(PassedArgumentReader.Unwrap(operation)), file);

    private static ISymbol? Variable(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field => field.Field,
        IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation, Arguments.IsEmpty: true } property => property.Property,
        _ => null,
    };
}
