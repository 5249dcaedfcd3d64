using System;
using System.Collections.Generic;
using System.Linq;
using IoctlSharp.Generator.Layout;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.RawCalls;

/// <summary>Watches the size field of structs that go to the kernel by hand: the kernel takes it for the end of what it may read and write.</summary>
internal sealed class ArgSizeReader(Lazy<CommandCatalogModel> catalog)
{
    public void ReadCall(OperationAnalysisContext context, IInvocationOperation call, RawCallModel raw, string? instead)
    {
        if (raw.Passed is not { Type: INamedTypeSymbol type, Target: ILocalSymbol local } || SizeField(type) is not { } field)
            return;
        // A struct of nothing but its size is another one than the kernel's, which is another rule.
        if (ShapeReader.Fields(type).Length < 2)
            return;
        IOperation root = PassedArgumentReader.RootOf(call);
        if (IsZeroed(root, local, field) && !IsTouched(root, call, local, field))
        {
            string remedy = type.IsKernelType() ? (instead ?? "call the method of its command") + ", which sets it" : $"set it to sizeof({type.Name}), or declare the struct with [ArgSize]";
            context.ReportDiagnostic(Diagnostic.Create(RawCallRules.ArgSizeIsNeverSet, raw.Place, local.Name, field.Name, remedy));
        }
    }

    public void ReadAssignment(OperationAnalysisContext context)
    {
        ISimpleAssignmentOperation assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is not IFieldReferenceOperation { Field: { IsStatic: false } field } || !MayBeSize(field.Name) || field.ContainingType.IsKernelType() || !SymbolEqualityComparer.Default.Equals(SizeField(field.ContainingType), field))
            return;
        if (PlainStructReader.SizeOf(field.ContainingType) is not { } size || Stated(assignment.Value, out string? what) is not { } stated || stated == size)
            return;
        // A struct with something behind it is as long as both, and that of an older kernel ends with a field.
        if (what is null && (stated > size || EndsWithField(field.ContainingType, stated)))
            return;
        context.ReportDiagnostic(Diagnostic.Create(RawCallRules.ArgSizeIsOfAnother, assignment.Value.Syntax.GetLocation(), field.Name, field.ContainingType.Name, what ?? stated.ToString(), size));
    }

    // argsz, first of all fields, as VFIO has it; what iommufd calls size is known by the struct's name. A kernel struct says which it is.
    private IFieldSymbol? SizeField(INamedTypeSymbol type)
    {
        if (type.TypeKind != TypeKind.Struct || ShapeReader.Fields(type) is not { IsEmpty: false } fields)
            return null;
        if (type.IsKernelType())
            return fields.FirstOrDefault(field => field.Has(KnownNames.ArgSize));
        IFieldSymbol first = fields[0];
        if (first.Type.SpecialType is not (SpecialType.System_UInt32 or SpecialType.System_Int32))
            return null;
        string name = first.Name.Replace("_", "").ToLowerInvariant();
        return name == "argsz" || (name == "size" && HandWrittenStructReader.Shipped(type, catalog.Value) is { } shipped && ShapeReader.Fields(shipped)[0].Has(KnownNames.ArgSize)) ? first : null;
    }

    private static bool MayBeSize(string name) => name.EndsWith("sz", StringComparison.OrdinalIgnoreCase) || name.EndsWith("size", StringComparison.OrdinalIgnoreCase);

    private static bool EndsWithField(INamedTypeSymbol type, int size)
        => PlainStructReader.Layout(type, DataModel.Lp64) is { } layout && layout.Fields.Skip(1).Any(field => field.Offset + field.Size == size);

    // The bytes that are written down: sizeof of something else, or a constant.
    private static int? Stated(IOperation value, out string? what)
    {
        what = null;
        IOperation inner = SingleValueReader.Read(value);
        if (SizeOfReader.Measured(inner) is { } measured)
        {
            what = $"sizeof({measured.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)})";
            return measured is IPointerTypeSymbol ? 8 : PlainStructReader.SizeOf(measured);
        }

        if (inner is IMemberReferenceOperation { Member: { Name: "Size", IsStatic: true, ContainingType.SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr } })
        {
            what = inner.Syntax.ToString();
            return 8;
        }

        return ConstantReader.Bits(inner.ConstantValue.HasValue ? inner.ConstantValue.Value : null) is { } bits and <= int.MaxValue ? (int)bits : null;
    }

    private static bool IsZeroed(IOperation root, ILocalSymbol local, IFieldSymbol field)
    {
        foreach (IOperation operation in root.Descendants())
        {
            switch (operation)
            {
                // ioctl(fd, request, out Status status)
                case IDeclarationExpressionOperation { Expression: ILocalReferenceOperation declared, Parent: IArgumentOperation } when SymbolEqualityComparer.Default.Equals(declared.Local, local):
                    return true;
                case IVariableDeclaratorOperation declarator when SymbolEqualityComparer.Default.Equals(declarator.Symbol, local):
                    return (declarator.Initializer?.Value is { } value ? PassedArgumentReader.Unwrap(value) : null) switch
                    {
                        IDefaultValueOperation => true,
                        IObjectCreationOperation { Constructor.IsImplicitlyDeclared: true, Initializer: var initializer } => !Sets(initializer, field),
                        _ => false,
                    };
            }
        }

        return false;
    }

    private static bool Sets(IObjectOrCollectionInitializerOperation? initializer, IFieldSymbol field)
        => initializer is not null && initializer.Initializers.OfType<ISimpleAssignmentOperation>()
            .Any(item => item.Target is not IFieldReferenceOperation target || SymbolEqualityComparer.Default.Equals(target.Field, field));

    // Anything but setting another field may set this one: then it is not for us to say. So may what stands behind, where the call is made again or from elsewhere.
    private static bool IsTouched(IOperation root, IInvocationOperation call, ILocalSymbol local, IFieldSymbol field)
    {
        bool isMadeAgain = IsMadeAgain(call, local);
        return References(root, local).Any(reference =>
            !call.Syntax.Span.Contains(reference.Syntax.Span)
            && (reference.Syntax.SpanStart < call.Syntax.SpanStart || isMadeAgain)
            && !IsHarmless(root, call, reference, field));
    }

    private static bool IsHarmless(IOperation root, IInvocationOperation call, ILocalReferenceOperation reference, IFieldSymbol field)
    {
        IOperation? parent = reference.Parent;
        while (parent is IConversionOperation)
            parent = parent.Parent;
        return parent switch
        {
            IFieldReferenceOperation { Field: var other } => !SymbolEqualityComparer.Default.Equals(other, field),
            // A copy.
            IArgumentOperation { Parameter.RefKind: RefKind.None } => true,
            // A pointer that nothing but the call has.
            IAddressOfOperation { Parent: IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var pointer } } }
                => References(root, pointer).All(use => call.Syntax.Span.Contains(use.Syntax.Span)),
            _ => false,
        };
    }

    private static IEnumerable<ILocalReferenceOperation> References(IOperation root, ILocalSymbol local)
        => root.Descendants().OfType<ILocalReferenceOperation>().Where(reference => SymbolEqualityComparer.Default.Equals(reference.Local, local));

    // The loop, or the function, around the call that the local is declared outside of.
    private static bool IsMadeAgain(IInvocationOperation call, ILocalSymbol local)
    {
        for (IOperation? current = call.Parent; current is not null; current = current.Parent)
        {
            if (current is ILoopOperation or IAnonymousFunctionOperation or ILocalFunctionOperation
                && !local.DeclaringSyntaxReferences.Any(declaration => current.Syntax.Span.Contains(declaration.Span)))
                return true;
        }

        return false;
    }
}
