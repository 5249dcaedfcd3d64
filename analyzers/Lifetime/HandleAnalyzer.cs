using System.Collections.Generic;
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
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(HandleRules.FdIsNotOwned, HandleRules.FdZeroIsTreatedAsFailure, HandleRules.HandleIsNotKeptAlive);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(AnalyzeComparison, OperationKind.Binary, OperationKind.IsPattern);
        context.RegisterOperationAction(AnalyzeCall, OperationKind.Invocation);
        context.RegisterOperationAction(AnalyzeField, OperationKind.FieldReference);
    }

    private static void AnalyzeComparison(OperationAnalysisContext context)
    {
        if (ZeroDescriptorReader.Read(context.Operation) is var (meaning, instead))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                HandleRules.FdZeroIsTreatedAsFailure, context.Operation.Syntax.GetLocation(), ImmutableDictionary<string, string?>.Empty.Add("Instead", instead),
                context.Operation.Syntax.ToString(), meaning, instead));
        }
    }

    private static void AnalyzeCall(OperationAnalysisContext context)
    {
        IInvocationOperation call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod is not { Name: "DangerousGetHandle", Parameters.IsEmpty: true } || call.Instance?.Type.IsHandle() != true)
            return;
        if (IsHeld(call, call.Instance))
            return;
        if (IsTemporary(call.Instance))
            Report("of a handle that nothing keeps, so that the garbage collector closes it", "keep the handle, in a local of 'using' or in a field");
        else if (Uses(call).Any(IsIoctlFile))
            Report("without keeping the handle open, so that another thread can close it and the kernel give its number to another file", "pass the handle itself, or a BorrowedFd of it");

        void Report(string why, string remedy) => context.ReportDiagnostic(Diagnostic.Create(HandleRules.HandleIsNotKeptAlive, call.Syntax.GetLocation(), call.Syntax.ToString(), why, remedy));
    }

    private static bool IsHeld(IInvocationOperation call, IOperation instance)
        => IsOwn(instance) || PassedArgumentReader.RootOf(call).Descendants().OfType<IInvocationOperation>().Any(other => other.TargetMethod.Name is "DangerousAddRef" or "KeepAlive");

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

    // Made here and for this alone. A method of another name may give a handle that somebody has.
    private static bool IsTemporary(IOperation instance) => PassedArgumentReader.Unwrap(instance) switch
    {
        IObjectCreationOperation made => !made.Arguments.Any(argument => argument.Value.ConstantValue is { HasValue: true, Value: false }),
        IInvocationOperation { TargetMethod: var method } => (method.ReducedFrom ?? method).Has("IoctlAttribute")
            || (method is { IsStatic: true, Name: "Open" or "OpenHandle" } && (method.ContainingType.Name == "File" || SymbolEqualityComparer.Default.Equals(method.ContainingType, method.ReturnType))),
        _ => false,
    };

    // The number itself, or the local that holds it.
    private static IEnumerable<IOperation> Uses(IOperation value)
    {
        IOperation current = value;
        while (current.Parent is IConversionOperation or IParenthesizedOperation or IInvocationOperation { TargetMethod: { Name: "ToInt32" or "ToInt64", ContainingType.SpecialType: SpecialType.System_IntPtr } })
            current = current.Parent;
        return current.Parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: { } local } }
            ? PassedArgumentReader.RootOf(value).Descendants().OfType<ILocalReferenceOperation>().Where(reference => SymbolEqualityComparer.Default.Equals(reference.Local, local))
            : [current];
    }

    private static bool IsIoctlFile(IOperation value)
    {
        IOperation current = value;
        while (current.Parent is IConversionOperation or IParenthesizedOperation)
            current = current.Parent;
        return current.Parent is IArgumentOperation { Parameter.Ordinal: 0, Parent: IInvocationOperation { TargetMethod: { } target } } && IsIoctl(target.ReducedFrom ?? target);
    }

    private static bool IsIoctl(IMethodSymbol method) => method.IsStatic && (method.Has("IoctlAttribute") || RawImportReader.IsIoctl(method));

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
            .Any(use => SymbolEqualityComparer.Default.Equals(use.Local, local) && use.Parent is not (IBinaryOperation or IIsPatternOperation) && !IsTextOrCall(use));
        if (!goesOn)
            context.ReportDiagnostic(Diagnostic.Create(HandleRules.FdIsNotOwned, reference.Syntax.GetLocation(), local.Name));
    }

    // Printing it, or calling an ioctl on it, closes nothing.
    private static bool IsTextOrCall(ILocalReferenceOperation use)
        => use.Syntax.FirstAncestorOrSelf<InterpolationSyntax>() is not null
            || use.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { IsStatic: true } method } } && (method.ContainingType.Name == "Console" || IsIoctl(method.ReducedFrom ?? method));
}
