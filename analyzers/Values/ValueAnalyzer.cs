using System.Collections.Immutable;
using IoctlSharp.Analyzers.Contracts;
using IoctlSharp.Analyzers.Flow;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.Values;

/// <summary>Says what is wrong with the values that callers give to the kernel, and with what they make of its answers.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ValueAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ValueRules.All.AddRange(AnswerRules.All);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        if (context.Compilation.GetTypesByMetadataName(KnownNames.Ioctl).IsEmpty)
            return;
        ContractCache contracts = new();
        PageSizeReader pages = new(contracts);
        context.RegisterOperationBlockAction(block => Follow(block, contracts));
        // One action for each kind of operation: what the compiler spends on handing one over counts.
        context.RegisterOperationAction(
            operation =>
            {
                UnwantedAssignmentReader.Read(operation, contracts);
                pages.ReadAssignment(operation);
                CStringReader.Read(operation);
            },
            OperationKind.SimpleAssignment);
        context.RegisterOperationAction(operation => UnwantedAssignmentReader.Read(operation, contracts), OperationKind.CompoundAssignment);
        context.RegisterOperationAction(
            operation =>
            {
                FlagComparisonReader.ReadOperator(operation);
                CStringComparisonReader.ReadOperator(operation);
                RegionOffsetReader.Read(operation);
            },
            OperationKind.Binary);
        context.RegisterOperationAction(
            operation =>
            {
                LostTailReader.ReadCall(operation);
                ByteOrderReader.Read(operation);
                CStringComparisonReader.ReadCall(operation);
                pages.ReadCall(operation);
                RegisterReader.ReadCall(operation);
            },
            OperationKind.Invocation);
        context.RegisterOperationAction(FlagComparisonReader.ReadCase, OperationKind.CaseClause);
        context.RegisterOperationAction(new FlagComparisonReader(contracts).ReadPattern, OperationKind.ConstantPattern);
        context.RegisterOperationAction(ConversionReader.Read, OperationKind.Conversion);
        context.RegisterOperationAction(operation => CapabilityReader.Read(operation, contracts), OperationKind.FieldReference);
        context.RegisterOperationAction(LostTailReader.ReadAddress, OperationKind.AddressOf);
        context.RegisterSyntaxNodeAction(RegisterReader.Read, SyntaxKind.PointerIndirectionExpression, SyntaxKind.PointerMemberAccessExpression, SyntaxKind.ElementAccessExpression);
        if (NewerThanTargetReader.For(context.Options) is { } newer)
            context.RegisterOperationAction(newer.Read, OperationKind.Invocation, OperationKind.FieldReference);
    }

    private static void Follow(OperationBlockAnalysisContext context, ContractCache contracts)
    {
        foreach (IOperation body in context.OperationBlocks)
        {
            if (body.Kind is OperationKind.Block or OperationKind.FieldInitializer or OperationKind.PropertyInitializer && IsWorthFollowing(body, contracts))
            {
                new FlowEngine([new CallVisitor(contracts, context.ReportDiagnostic), new AnswerVisitor(contracts, body, context.ReportDiagnostic)], context.CancellationToken)
                    .Run(context.GetControlFlowGraph(body), body);
            }
        }
    }

    // A call that can be given something wrong, or an answer of which something is not always valid: the graph of anything else is not worth its price.
    private static bool IsWorthFollowing(IOperation body, ContractCache contracts)
    {
        bool calls = false, reads = false;
        foreach (IOperation operation in body.Descendants())
        {
            if (operation is IInvocationOperation { TargetMethod: var method } && ContractCache.IsKernelCall(method))
            {
                calls = true;
                if (CallVisitor.CanReport(method, contracts))
                    return true;
            }

            reads |= AnswerVisitor.CanReport(operation, contracts);
            if (calls && reads)
                return true;
        }

        return false;
    }
}
