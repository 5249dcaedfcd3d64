using System.Collections.Immutable;
using System.Linq;
using IoctlSharp.Analyzers.RawCalls;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.Lifetime;

/// <summary>Looks at the addresses that are put into fields for the kernel, and at memory that nobody cleared.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MemoryAnalyzer : DiagnosticAnalyzer
{
    private const uint KernelReads = 1u << 30;

    private static readonly string[] s_ends = ["Wait", "Unmap", "TryUnmap", "Unregister", "Dispose"];

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(MemoryRules.DmaMemoryIsManaged, MemoryRules.AddressOutlivesItsPin, MemoryRules.UninitializedMemoryReachesKernel);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(AnalyzeAssignment, OperationKind.SimpleAssignment);
        context.RegisterOperationAction(AnalyzeCall, OperationKind.Invocation);
    }

    private static void AnalyzeAssignment(OperationAnalysisContext context)
    {
        ISimpleAssignmentOperation assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is not IFieldReferenceOperation { Field: { } field } target || !IsAddress(field) || !field.ContainingType.IsKernelType() || AddressReader.Read(assignment.Value) is not { } origin)
            return;
        if (field.Has("DmaMemoryAttribute") && !EndsInPin(assignment, origin.Pin))
            context.ReportDiagnostic(Diagnostic.Create(MemoryRules.DmaMemoryIsManaged, assignment.Value.Syntax.GetLocation(), field.Name, origin.Kind));
        else if (!field.Has("DmaMemoryAttribute") && origin.Pin is { } pin && Outlives(target, pin))
            context.ReportDiagnostic(Diagnostic.Create(MemoryRules.AddressOutlivesItsPin, assignment.Value.Syntax.GetLocation(), field.Name, origin.Text));
    }

    // A transfer that is waited for, or a mapping that is undone, while the memory is pinned.
    private static bool EndsInPin(IOperation assignment, SyntaxNode? pin)
        => pin is not null && PassedArgumentReader.RootOf(assignment).Descendants().OfType<IInvocationOperation>().Any(call =>
            pin.Span.Contains(call.Syntax.Span) && s_ends.Any(end => call.TargetMethod.Name.StartsWith(end, System.StringComparison.Ordinal)));

    private static bool IsAddress(IFieldSymbol field) => field.Type.IsOurs(KnownNames.UserPointer) || field.Has("DmaMemoryAttribute") || field.Type.TypeKind == TypeKind.Pointer;

    // A local of outside that is used again behind the 'fixed'.
    private static bool Outlives(IFieldReferenceOperation target, SyntaxNode pin)
    {
        IOperation? instance = target.Instance;
        while (instance is IFieldReferenceOperation inner)
            instance = inner.Instance;
        if (instance is not ILocalReferenceOperation { Local: { } local } || local.DeclaringSyntaxReferences.Any(declaration => pin.Span.Contains(declaration.Span)))
            return false;
        ILocalReferenceOperation[] behind = [.. PassedArgumentReader.RootOf(target).Descendants().OfType<ILocalReferenceOperation>()
            .Where(reference => SymbolEqualityComparer.Default.Equals(reference.Local, local) && reference.Syntax.SpanStart >= pin.Span.End)];
        // The address is taken out again; or a function of its own stands there, and is called from wherever.
        bool isTakenOut = behind.Any(reference => reference.Parent is IFieldReferenceOperation { Parent: ISimpleAssignmentOperation assignment } field && assignment.Target == field && SymbolEqualityComparer.Default.Equals(field.Field, target.Field));
        return !isTakenOut && behind.Any(reference => !IsWhollyAssigned(reference) && !IsInFunction(reference));
    }

    private static bool IsInFunction(IOperation operation)
    {
        for (IOperation? current = operation; current is not null; current = current.Parent)
        {
            if (current is IAnonymousFunctionOperation or ILocalFunctionOperation)
                return true;
        }

        return false;
    }

    private static bool IsWhollyAssigned(ILocalReferenceOperation reference) => reference.Parent is ISimpleAssignmentOperation assignment && assignment.Target == reference;

    private static void AnalyzeCall(OperationAnalysisContext context)
    {
        IInvocationOperation call = (IInvocationOperation)context.Operation;
        IMethodSymbol method = call.TargetMethod.ReducedFrom ?? call.TargetMethod;
        if (!method.IsStatic || (!method.Has("IoctlAttribute") && !(RawImportReader.IsIoctl(method) && MayBeRead(call))))
            return;
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Parameter is null or { RefKind: RefKind.Out } || argument.Parameter.Ordinal == 0 || !IsRead(argument.Parameter))
                continue;
            IOperation value = argument.Value;
            // An array becomes a span by a conversion of its own.
            while (value is IConversionOperation conversion)
                value = conversion.Operand;
            ILocalSymbol? local = value switch
            {
                ILocalReferenceOperation reference => reference.Local,
                IAddressOfOperation { Reference: ILocalReferenceOperation reference } => reference.Local,
                _ => null,
            };
            if (local is not null && Source(PassedArgumentReader.RootOf(call), local, call) is { } source)
                context.ReportDiagnostic(Diagnostic.Create(MemoryRules.UninitializedMemoryReachesKernel, argument.Syntax.GetLocation(), local.Name, source));
        }
    }

    // Memory that nobody touched is for an answer, unless the number says that the kernel reads it. What was set in part is read.
    private static bool MayBeRead(IInvocationOperation call)
    {
        uint? number = call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 1) is { } request ? RequestReader.Read(request.Value)?.Number : null;
        return number is { } bits ? (bits & KernelReads) != 0 : call.Arguments.Any(argument => argument.Parameter?.Ordinal == 2 && IsSetInPart(argument.Value));
    }

    private static bool IsSetInPart(IOperation value)
        => PassedArgumentReader.Unwrap(value) is var place
            && (place is IAddressOfOperation address ? address.Reference : place) is ILocalReferenceOperation { Local: { } local }
            && PassedArgumentReader.RootOf(value).Descendants().OfType<IFieldReferenceOperation>().Any(field =>
                field.Instance is ILocalReferenceOperation owner && SymbolEqualityComparer.Default.Equals(owner.Local, local)
                && field.Parent is ISimpleAssignmentOperation assignment && assignment.Target == field && field.Syntax.SpanStart < value.Syntax.SpanStart);

    // A span that the kernel only writes may hold anything.
    private static bool IsRead(IParameterSymbol parameter) => parameter.Type.SpanElement(out bool isWritable) is null || !isWritable;

    // Who left the memory as it was; null when anything else than this call touches it.
    private static string? Source(IOperation root, ILocalSymbol local, IInvocationOperation call)
    {
        string? source = null;
        foreach (ILocalReferenceOperation reference in root.Descendants().OfType<ILocalReferenceOperation>())
        {
            if (!SymbolEqualityComparer.Default.Equals(reference.Local, local) || reference.Syntax.SpanStart >= call.Syntax.SpanStart)
                continue;
            IOperation? use = reference.Parent is IDeclarationExpressionOperation declaration ? declaration.Parent : reference.Parent;
            if (use is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "SkipInit", ContainingType.Name: "Unsafe" } } })
                source = "Unsafe.SkipInit";
            else if (!(reference.Parent is IFieldReferenceOperation { Parent: ISimpleAssignmentOperation } && local.Type.TypeKind == TypeKind.Struct && !local.Type.IsKernelType()))
                return null;
        }

        if (source is not null)
            return source;
        IOperation? initial = root.Descendants().OfType<IVariableDeclaratorOperation>().FirstOrDefault(item => SymbolEqualityComparer.Default.Equals(item.Symbol, local))?.Initializer?.Value;
        return initial is null ? null : PassedArgumentReader.Unwrap(initial) switch
        {
            IInvocationOperation { TargetMethod: { Name: "AllocHGlobal" or "AllocCoTaskMem", ContainingType.Name: "Marshal" } allocation } => "Marshal." + allocation.Name,
            IInvocationOperation { TargetMethod: { Name: "Alloc" or "AlignedAlloc", ContainingType.Name: "NativeMemory" } allocation } => "NativeMemory." + allocation.Name,
            IInvocationOperation { TargetMethod: { Name: "AllocateUninitializedArray", ContainingType.Name: "GC" } } => "GC.AllocateUninitializedArray",
            IInvocationOperation { TargetMethod: { Name: "Rent", ContainingType.Name: "ArrayPool" } } => "ArrayPool.Rent",
            _ => null,
        };
    }
}
