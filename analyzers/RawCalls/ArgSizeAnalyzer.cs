using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using IoctlSharp.Generator.Layout;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.RawCalls;

/// <summary>Watches the size field of hand-written structs: the kernel takes it for the end of what it may read and write.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ArgSizeAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(RawCallRules.ArgSizeIsNeverSet, RawCallRules.ArgSizeIsOfAnother);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(AnalyzeCall, OperationKind.Invocation);
        context.RegisterOperationAction(AnalyzeAssignment, OperationKind.SimpleAssignment);
    }

    private static void AnalyzeCall(OperationAnalysisContext context)
    {
        IInvocationOperation call = (IInvocationOperation)context.Operation;
        if (!RawImportReader.IsIoctl(call.TargetMethod) || PassedArgumentReader.Read(call) is not { Type: INamedTypeSymbol type, Target: ILocalSymbol local } || SizeField(type) is not { } field)
            return;
        // A struct of nothing but its size is another one than the kernel's, which is another rule.
        if (ShapeReader.Fields(type).Length < 2)
            return;
        IOperation root = PassedArgumentReader.RootOf(call);
        if (IsZeroed(root, local, field) && !IsTouched(root, call, local, field))
            context.ReportDiagnostic(Diagnostic.Create(RawCallRules.ArgSizeIsNeverSet, call.Arguments.First(argument => argument.Parameter?.Ordinal == 2).Syntax.GetLocation(), local.Name, field.Name, type.Name));
    }

    private static void AnalyzeAssignment(OperationAnalysisContext context)
    {
        ISimpleAssignmentOperation assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is not IFieldReferenceOperation { Field: { } field } || !SymbolEqualityComparer.Default.Equals(SizeField(field.ContainingType), field))
            return;
        if (PlainStructReader.SizeOf(field.ContainingType) is not { } size || Stated(assignment.Value, out string? what) is not { } stated || stated == size)
            return;
        // A struct with something behind it is as long as both, and that of an older kernel ends with a field.
        if (what is null && (stated > size || EndsWithField(field.ContainingType, stated)))
            return;
        context.ReportDiagnostic(Diagnostic.Create(RawCallRules.ArgSizeIsOfAnother, assignment.Value.Syntax.GetLocation(), ImmutableDictionary<string, string?>.Empty.Add("Type", field.ContainingType.Name), field.Name, field.ContainingType.Name, what ?? stated.ToString(), size));
    }

    // argsz, first of all fields, as VFIO has it. A kernel struct's own is the generated call's business.
    private static IFieldSymbol? SizeField(INamedTypeSymbol type)
        => type.TypeKind == TypeKind.Struct && !type.IsKernelType()
            && ShapeReader.Fields(type).FirstOrDefault() is { } first
            && first.Type.SpecialType is SpecialType.System_UInt32 or SpecialType.System_Int32
            && first.Name.Replace("_", "").Equals("argsz", StringComparison.OrdinalIgnoreCase)
            ? first : null;

    private static bool EndsWithField(INamedTypeSymbol type, int size)
        => PlainStructReader.Layout(type, DataModel.Lp64) is { } layout && layout.Fields.Skip(1).Any(field => field.Offset + field.Size == size);

    // The bytes that are written down: sizeof of something else, or a constant.
    private static int? Stated(IOperation value, out string? what)
    {
        what = null;
        IOperation inner = PassedArgumentReader.Unwrap(value);
        ITypeSymbol? measured = inner switch
        {
            ISizeOfOperation sizeOf => sizeOf.TypeOperand,
            IInvocationOperation { TargetMethod: { Name: "SizeOf", IsGenericMethod: true, ContainingType.Name: "Unsafe" or "Marshal" } method } => method.TypeArguments[0],
            IInvocationOperation { TargetMethod: { Name: "SizeOf", ContainingType.Name: "Marshal" }, Arguments: { Length: 1 } arguments }
                when PassedArgumentReader.Unwrap(arguments[0].Value) is ITypeOfOperation typeOf => typeOf.TypeOperand,
            _ => null,
        };
        if (measured is not null)
        {
            what = $"sizeof({measured.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)})";
            return measured is IPointerTypeSymbol ? IntPtr.Size : PlainStructReader.SizeOf(measured);
        }

        return ConstantReader.Bits(inner.ConstantValue.HasValue ? inner.ConstantValue.Value : null) is { } bits and <= int.MaxValue ? (int)bits : null;
    }

    private static bool IsZeroed(IOperation root, ILocalSymbol local, IFieldSymbol field)
    {
        IVariableDeclaratorOperation? declarator = root.Descendants().OfType<IVariableDeclaratorOperation>().FirstOrDefault(item => SymbolEqualityComparer.Default.Equals(item.Symbol, local));
        return (declarator?.Initializer?.Value is { } value ? PassedArgumentReader.Unwrap(value) : null) switch
        {
            IDefaultValueOperation => true,
            IObjectCreationOperation { Constructor.IsImplicitlyDeclared: true, Initializer: var initializer } => !Sets(initializer, field),
            _ => false,
        };
    }

    private static bool Sets(IObjectOrCollectionInitializerOperation? initializer, IFieldSymbol field)
        => initializer is not null && initializer.Initializers.OfType<ISimpleAssignmentOperation>()
            .Any(item => item.Target is not IFieldReferenceOperation target || SymbolEqualityComparer.Default.Equals(target.Field, field));

    // Anything but setting another field may set this one: then it is not for us to say.
    private static bool IsTouched(IOperation root, IInvocationOperation call, ILocalSymbol local, IFieldSymbol field)
        => References(root, local).Any(reference =>
            reference.Syntax.SpanStart < call.Syntax.SpanStart
            && reference.Parent is not IFieldReferenceOperation { Field: var other } | (reference.Parent is IFieldReferenceOperation { Field: { } same } && SymbolEqualityComparer.Default.Equals(same, field)));

    private static IEnumerable<ILocalReferenceOperation> References(IOperation root, ILocalSymbol local)
        => root.Descendants().OfType<ILocalReferenceOperation>().Where(reference => SymbolEqualityComparer.Default.Equals(reference.Local, local));
}
