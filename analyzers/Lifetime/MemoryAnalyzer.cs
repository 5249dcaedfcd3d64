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
    private static readonly string[] s_ends = ["Wait", "Unmap", "TryUnmap", "Unregister", "Dispose"];

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(MemoryRules.DmaMemoryIsManaged, MemoryRules.AddressOutlivesItsPin, MemoryRules.UninitializedMemoryReachesKernel);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(AnalyzeAssignment, OperationKind.SimpleAssignment);
        context.RegisterOperationAction(AnalyzeCall, OperationKind.Invocation);
        context.RegisterOperationAction(AnalyzeReturn, OperationKind.Return);
    }

    private static void AnalyzeAssignment(OperationAnalysisContext context)
    {
        ISimpleAssignmentOperation assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is not IFieldReferenceOperation { Field: { IsStatic: false, ContainingType: { IsValueType: true } holder } field } target)
            return;
        bool isKernel = holder.IsKernelType();
        if (!(isKernel && IsAddress(field)) && !(IsPointer(assignment.Value) && CanHold(field.Type)) || AddressReader.Read(assignment.Value) is not { } origin)
            return;
        if (field.Has("DmaMemoryAttribute"))
        {
            if (origin.Kind is { } kind && !EndsInPin(assignment, origin.Hold == AddressHold.Handle ? PassedArgumentReader.RootOf(assignment).Syntax : origin.Pin))
                context.ReportDiagnostic(Diagnostic.Create(MemoryRules.DmaMemoryIsManaged, assignment.Value.Syntax.GetLocation(), field.Name, kind));
        }
        else if (AddressLifeReader.Fault(target, origin, isKernel) is { } fault)
        {
            context.ReportDiagnostic(Diagnostic.Create(MemoryRules.AddressOutlivesItsPin, assignment.Value.Syntax.GetLocation(), field.Name, origin.Text, fault.When, fault.Remedy));
        }
    }

    private static void AnalyzeReturn(OperationAnalysisContext context)
    {
        if (((IReturnOperation)context.Operation).ReturnedValue is { } value && value.Type.IsOurs(KnownNames.UserPointer) && AddressReader.Read(value) is { } origin && AddressLifeReader.FaultOfReturn(origin) is { } fault)
            context.ReportDiagnostic(Diagnostic.Create(MemoryRules.AddressOutlivesItsPin, value.Syntax.GetLocation(), context.ContainingSymbol.Name, origin.Text, fault.When, fault.Remedy));
    }

    // A transfer that is waited for, or a mapping that is undone, while the memory is pinned.
    private static bool EndsInPin(IOperation assignment, SyntaxNode? pin)
        => pin is not null && PassedArgumentReader.RootOf(assignment).Descendants().OfType<IInvocationOperation>().Any(call =>
            pin.Span.Contains(call.Syntax.Span) && s_ends.Any(end => call.TargetMethod.Name.StartsWith(end, System.StringComparison.Ordinal)));

    private static bool IsAddress(IFieldSymbol field) => field.Type.IsOurs(KnownNames.UserPointer) || field.Has("DmaMemoryAttribute") || field.Type.TypeKind == TypeKind.Pointer;

    private static bool CanHold(ITypeSymbol type)
        => type.TypeKind == TypeKind.Pointer || type.IsOurs(KnownNames.UserPointer) || type.SpecialType is SpecialType.System_UInt64 or SpecialType.System_Int64 or SpecialType.System_IntPtr or SpecialType.System_UIntPtr;

    private static bool IsPointer(IOperation value)
    {
        while (value is IConversionOperation { OperatorMethod: null } or IInvocationOperation { TargetMethod: { Name: "ToInt64", ContainingType.SpecialType: SpecialType.System_IntPtr }, Instance: not null })
            value = value is IConversionOperation conversion ? conversion.Operand : ((IInvocationOperation)value).Instance!;
        return value.Type is IPointerTypeSymbol || value is IInvocationOperation { TargetMethod.ContainingType.Name: "GCHandle" or "Marshal" };
    }

    private static void AnalyzeCall(OperationAnalysisContext context)
    {
        IInvocationOperation call = (IInvocationOperation)context.Operation;
        IMethodSymbol method = call.TargetMethod.ReducedFrom ?? call.TargetMethod;
        if (!method.IsStatic || (!method.Has("IoctlAttribute") && !(method.ReturnType.SpecialType == SpecialType.System_Int32 && RawImportReader.IsIoctl(method))))
            return;
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Parameter is null or { RefKind: RefKind.Out } || argument.Parameter.Ordinal == 0)
                continue;
            if (argument.Parameter.Type.TypeKind == TypeKind.Pointer && AddressReader.Read(argument.Value) is { } origin && AddressLifeReader.FaultOfUse(argument.Value, origin) is { } fault)
                context.ReportDiagnostic(Diagnostic.Create(MemoryRules.AddressOutlivesItsPin, argument.Value.Syntax.GetLocation(), argument.Parameter.Name, origin.Text, fault.When, fault.Remedy));
            if (UninitializedReader.Read(argument, call) is var (name, source, place))
                context.ReportDiagnostic(Diagnostic.Create(MemoryRules.UninitializedMemoryReachesKernel, argument.Syntax.GetLocation(), [place.GetLocation()], name, source));
        }
    }
}
