using System.Collections.Immutable;
using System.Linq;
using IoctlSharp.Analyzers.Contracts;
using IoctlSharp.Analyzers.RawCalls;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.Lifetime;

/// <summary>Looks for files, mappings and memory that a method makes, and that nothing in it disposes or passes on.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DisposalAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(HandleRules.ResourceIsNotDisposed);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypesByMetadataName(KnownNames.Ioctl).IsEmpty)
                return;
            start.RegisterOperationAction(AnalyzeLocal, OperationKind.VariableDeclarator);
            start.RegisterOperationAction(AnalyzeCall, OperationKind.Invocation);
        });
    }

    private static void AnalyzeLocal(OperationAnalysisContext context)
    {
        IVariableDeclaratorOperation declarator = (IVariableDeclaratorOperation)context.Operation;
        if (declarator is { Symbol: { IsUsing: false, RefKind: RefKind.None, Name: not "_", Type: { IsReferenceType: true } or { IsRefLikeType: true } } local, Initializer.Value: { } value } && OwnerReader.Made(value) is { } type)
            CheckLocal(context, declarator, local, type, "declare it with 'using'");
    }

    private static void AnalyzeCall(OperationAnalysisContext context)
    {
        IInvocationOperation call = (IInvocationOperation)context.Operation;
        // container.Map(...); and not () => container.Map(...), which may be called to see it fail.
        if (call.Parent is IExpressionStatementOperation && call.Syntax.Parent is not AnonymousFunctionExpressionSyntax)
            CheckUnnamed(context, call);
        if (!call.TargetMethod.IsStatic || !call.TargetMethod.ContainingType.IsStatic)
            return;
        // VfioContainer.Open().GetApiVersion(), and TryGetDevice(name, out VfioDevice device)
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Value is IDeclarationExpressionOperation { Expression: ILocalReferenceOperation { Local: { } local } } && local.Type.IsHandle() && IsDeclared(call))
                CheckLocal(context, argument.Value, local, local.Type, "dispose it when the call succeeded");
            else if (argument.Parameter is { Ordinal: 0, RefKind: RefKind.None } && PassedArgumentReader.Unwrap(argument.Value) is IInvocationOperation or IObjectCreationOperation && IsDeclared(call))
                CheckUnnamed(context, argument.Value);
        }
    }

    private static void CheckUnnamed(OperationAnalysisContext context, IOperation value)
    {
        if (OwnerReader.Made(value) is not { } type)
            return;
        string maker = PassedArgumentReader.Unwrap(value) is IInvocationOperation { TargetMethod.Name: { } name } ? $"what '{name}' returns" : "the new object";
        Report(context, value.Syntax.GetLocation(), maker, type, "keep it in a local that is declared with 'using', or discard it with '_ =' where it is meant to stay");
    }

    private static void CheckLocal(OperationAnalysisContext context, IOperation declaration, ILocalSymbol local, ITypeSymbol type, string remedy)
    {
        IOperation? function = FunctionOf(declaration);
        bool isForgotten = PassedArgumentReader.RootOf(declaration).Descendants().OfType<ILocalReferenceOperation>()
            .Where(reference => SymbolEqualityComparer.Default.Equals(reference.Local, local) && reference.Parent != declaration)
            .All(reference => IsMereUse(reference) && FunctionOf(reference) == function);
        if (isForgotten)
            Report(context, local.Locations[0], $"'{local.Name}'", type, remedy);
    }

    // When the program ends the kernel gets back everything.
    private static void Report(OperationAnalysisContext context, Location place, string what, ITypeSymbol type, string remedy)
    {
        if (!SymbolEqualityComparer.Default.Equals(context.ContainingSymbol, context.Compilation.GetEntryPoint(context.CancellationToken)))
            context.ReportDiagnostic(Diagnostic.Create(HandleRules.ResourceIsNotDisposed, place, what, type.Name, remedy));
    }

    // A use after which it still belongs to the method. Of anything else nobody knows.
    private static bool IsMereUse(ILocalReferenceOperation reference)
    {
        IOperation current = reference;
        while (current.Parent is IConversionOperation { OperatorMethod: null })
            current = current.Parent;
        return current.Parent switch
        {
            IArgumentOperation { Parent: IInvocationOperation call, Parameter.RefKind: RefKind.None or RefKind.In } => IsDeclared(call) || call.TargetMethod.ContainingType.IsOurs("DeviceStream"),
            IInvocationOperation { TargetMethod: { } method } => OwnerReader.IsShippedOwner(method.ContainingType) && method.Name != "Dispose" || method.ContainingType.SpecialType == SpecialType.System_Object,
            IPropertyReferenceOperation { Property: { } property } => OwnerReader.IsShippedOwner(property.ContainingType) && !property.Type.IsHandle() || property.Name is "IsClosed" or "IsInvalid",
            IBinaryOperation or IInterpolationOperation or IIsPatternOperation { Pattern: IConstantPatternOperation or INegatedPatternOperation { Pattern: IConstantPatternOperation } } => true,
            _ => false,
        };
    }

    private static bool IsDeclared(IInvocationOperation call) => ContractCache.IsKernelCall(call.TargetMethod) && (call.TargetMethod.ReducedFrom ?? call.TargetMethod).Has("IoctlAttribute");

    private static IOperation? FunctionOf(IOperation operation)
    {
        IOperation? current = operation.Parent;
        while (current is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation))
            current = current.Parent;
        return current;
    }
}
