using System.Collections.Immutable;
using System.Linq;
using IoctlSharp.Analyzers.RawCalls;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.Lifetime;

/// <summary>Looks at file descriptors that are numbers.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HandleAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableHashSet<string> s_openers =
        ImmutableHashSet.Create("open", "open64", "openat", "eventfd", "epoll_create", "epoll_create1", "memfd_create", "socket", "dup", "timerfd_create", "userfaultfd");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(HandleRules.FdIsNotOwned, HandleRules.FdZeroIsTreatedAsFailure, HandleRules.HandleIsNotKeptAlive);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(AnalyzeComparison, OperationKind.Binary);
        context.RegisterOperationAction(AnalyzeCall, OperationKind.Invocation);
        context.RegisterOperationAction(AnalyzeField, OperationKind.FieldReference);
    }

    private static void AnalyzeComparison(OperationAnalysisContext context)
    {
        IBinaryOperation comparison = (IBinaryOperation)context.Operation;
        (string Meaning, string Operator)? wrong = comparison.OperatorKind switch
        {
            BinaryOperatorKind.Equals or BinaryOperatorKind.LessThanOrEqual => ("a failure", "<"),
            BinaryOperatorKind.NotEquals or BinaryOperatorKind.GreaterThan => ("no success", ">="),
            _ => null,
        };
        if (wrong is not var (meaning, instead) || !IsZero(comparison.RightOperand) || !IsDescriptor(PassedArgumentReader.Unwrap(comparison.LeftOperand)))
            return;
        string left = comparison.LeftOperand.Syntax.ToString();
        context.ReportDiagnostic(Diagnostic.Create(
            HandleRules.FdZeroIsTreatedAsFailure, comparison.Syntax.GetLocation(),
            comparison.Syntax.ToString(), meaning, $"{left} {instead} 0"));
    }

    private static bool IsZero(IOperation operand)
        => operand.ConstantValue is { HasValue: true, Value: 0 } || PassedArgumentReader.Unwrap(operand) is { ConstantValue: { HasValue: true, Value: 0 } };

    // A local or parameter is a descriptor where all that it is given are descriptors.
    private static bool IsDescriptor(IOperation value)
    {
        if (value is IFieldReferenceOperation { Field: { } field })
            return field.Has("OwnedFdAttribute");
        if (value is not ILocalReferenceOperation { Local: { } local })
            return IsOpen(value);
        IOperation root = PassedArgumentReader.RootOf(value);
        IOperation[] given =
        [
            .. root.Descendants().OfType<IVariableDeclaratorOperation>().Where(item => SymbolEqualityComparer.Default.Equals(item.Symbol, local) && item.Initializer is not null).Select(item => item.Initializer!.Value),
            .. root.Descendants().OfType<ISimpleAssignmentOperation>().Where(item => item.Target is ILocalReferenceOperation target && SymbolEqualityComparer.Default.Equals(target.Local, local)).Select(item => item.Value),
        ];
        return given.Length > 0 && given.All(item => IsOpen(PassedArgumentReader.Unwrap(item)));
    }

    private static bool IsOpen(IOperation value)
        => value is IInvocationOperation { TargetMethod: { } method } && RawImportReader.Read(method) is { } import && s_openers.Contains(import.Function);

    private static void AnalyzeCall(OperationAnalysisContext context)
    {
        IInvocationOperation call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod is not { Name: "DangerousGetHandle", Parameters.IsEmpty: true } || call.Instance?.Type.IsHandle() != true)
            return;
        IOperation current = call;
        while (current.Parent is IConversionOperation or IParenthesizedOperation or IInvocationOperation { TargetMethod: { Name: "ToInt32" or "ToInt64", ContainingType.SpecialType: SpecialType.System_IntPtr } })
            current = current.Parent;
        if (current.Parent is not IArgumentOperation { Parameter.Ordinal: 0, Parent: IInvocationOperation { TargetMethod: { } target } })
            return;
        target = target.ReducedFrom ?? target;
        bool isIoctl = target.IsStatic && (target.Has("IoctlAttribute") || RawImportReader.IsIoctl(target));
        bool isHeld = IsOwn(call.Instance)
            || PassedArgumentReader.RootOf(call).Descendants().OfType<IInvocationOperation>().Any(other => other.TargetMethod.Name is "DangerousAddRef" or "KeepAlive");
        if (isIoctl && !isHeld)
            context.ReportDiagnostic(Diagnostic.Create(HandleRules.HandleIsNotKeptAlive, call.Syntax.GetLocation(), call.Syntax.ToString()));
    }

    // What a method opens is its own while it still uses it, or disposes it when it is done; so is the handle of such a file or socket.
    private static bool IsOwn(IOperation owner)
    {
        while (owner is IPropertyReferenceOperation { Property.Name: "SafeFileHandle" or "SafeHandle", Instance: { } instance })
            owner = instance;
        if (owner is not ILocalReferenceOperation { Local: { } local })
            return false;
        return local.IsUsing || PassedArgumentReader.RootOf(owner).Descendants().OfType<ILocalReferenceOperation>().Any(other =>
            SymbolEqualityComparer.Default.Equals(other.Local, local) && (other.Syntax.SpanStart > owner.Syntax.SpanStart || other.Parent is IUsingOperation));
    }

    // int fd = answer.OutFd, and fd goes nowhere where somebody could close it.
    private static void AnalyzeField(OperationAnalysisContext context)
    {
        IFieldReferenceOperation reference = (IFieldReferenceOperation)context.Operation;
        if (!reference.Field.Has("OwnedFdAttribute"))
            return;
        IOperation current = reference;
        while (current.Parent is IConversionOperation or IParenthesizedOperation)
            current = current.Parent;
        if (current.Parent is not IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: { } local } })
            return;
        bool goesOn = PassedArgumentReader.RootOf(reference).Descendants().OfType<ILocalReferenceOperation>()
            .Any(use => SymbolEqualityComparer.Default.Equals(use.Local, local) && use.Parent is not IBinaryOperation && !IsTextOrCall(use));
        if (!goesOn)
            context.ReportDiagnostic(Diagnostic.Create(HandleRules.FdIsNotOwned, reference.Syntax.GetLocation(), local.Name));
    }

    // Printing it, or calling an ioctl on it, closes nothing.
    private static bool IsTextOrCall(ILocalReferenceOperation use)
        => use.Syntax.FirstAncestorOrSelf<InterpolationSyntax>() is not null
            || use.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { IsStatic: true } method } } && ((method.ReducedFrom ?? method).Has("IoctlAttribute") || RawImportReader.IsIoctl(method));
}
