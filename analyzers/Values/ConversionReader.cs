using System.Linq;
using IoctlSharp.Analyzers.Contracts;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.Values;

/// <summary>Finds casts that lose what the kernel said, or make a flag of one field one of another.</summary>
internal static class ConversionReader
{
    private static readonly string[] s_places = ["Offset", "Size", "Len", "Iova", "Addr", "Start", "Last", "End", "Base"];

    public static void Read(OperationAnalysisContext context)
    {
        IConversionOperation conversion = (IConversionOperation)context.Operation;
        if (conversion.IsImplicit || conversion.Type is not { } target || conversion.OperatorMethod is not null)
            return;
        if (target.IsEnum())
            ReadFlag(context, conversion, target);
        else if (!conversion.IsChecked && IsNarrow(target))
            ReadNarrowing(context, conversion, target);
    }

    // A number between the two casts does not make it right. A field that holds flags of two kinds has an enum that is none.
    private static void ReadFlag(OperationAnalysisContext context, IConversionOperation conversion, ITypeSymbol target)
    {
        IOperation operand = conversion.Operand;
        while (operand is IConversionOperation { OperatorMethod: null } inner)
            operand = inner.Operand;
        if (operand is IFieldReferenceOperation { Field: { HasConstantValue: true, ContainingType: var source } member }
            && !SymbolEqualityComparer.Default.Equals(source, target) && AreFlags(source) && AreFlags(target)
            && !IsNested(conversion))
        {
            context.ReportDiagnostic(Diagnostic.Create(ValueRules.FlagIsOfAnotherEnum, conversion.Syntax.GetLocation(), $"{source.Name}.{member.Name}", target.Name));
        }
    }

    private static void ReadNarrowing(OperationAnalysisContext context, IConversionOperation conversion, ITypeSymbol target)
    {
        IOperation operand = conversion.Operand is IConversionOperation { IsImplicit: true } inner ? inner.Operand : conversion.Operand;
        if (operand is not IFieldReferenceOperation { Instance: not null, Field: { Type.SpecialType: SpecialType.System_UInt64 or SpecialType.System_Int64 } field } || !field.ContainingType.IsKernelType() || !IsPlaceOrSize(field) || IsUncheckedOnPurpose(conversion))
            return;
        if (!SymbolEqualityComparer.Default.Equals(context.ContainingSymbol.ContainingType, field.ContainingType) && !IsCompared(conversion, field))
            context.ReportDiagnostic(Diagnostic.Create(AnswerRules.KernelValueIsNarrowed, conversion.Syntax.GetLocation(), $"{field.ContainingType.Name}.{field.Name}", target.ToDisplayString()));
    }

    // Whoever sets it, compares it anywhere in the method, or takes its other half, may know that it fits; so may whoever is given it.
    private static bool IsCompared(IOperation operation, IFieldSymbol field)
    {
        IOperation root = operation;
        while (root.Parent is not null)
            root = root.Parent;
        return root.Descendants().OfType<IFieldReferenceOperation>().Any(reference
            => SymbolEqualityComparer.Default.Equals(reference.Field, field) && !IsWithin(reference, operation) && IsLookedAt(reference));
    }

    private static bool IsLookedAt(IOperation reference)
    {
        if (reference.Parent is ISimpleAssignmentOperation assignment && assignment.Target == reference)
            return true;
        for (IOperation? current = reference.Parent; current is not null; current = current.Parent)
        {
            switch (current)
            {
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual or BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals or BinaryOperatorKind.RightShift or BinaryOperatorKind.UnsignedRightShift }:
                case IArgumentOperation or IPatternOperation or IIsPatternOperation or IPropertySubpatternOperation or ISwitchOperation or ISwitchExpressionOperation:
                    return true;
                case IConversionOperation or IParenthesizedOperation or IBinaryOperation:
                    continue;
                default:
                    return false;
            }
        }

        return false;
    }

    private static bool IsWithin(IOperation inner, IOperation outer) => outer.Syntax.Span.Contains(inner.Syntax.Span);

    // A checksum or a register can be half used; what addresses or measures memory cannot.
    private static bool IsPlaceOrSize(IFieldSymbol field) => s_places.Any(place => field.Name.IndexOf(place, System.StringComparison.Ordinal) >= 0);

    private static bool IsUncheckedOnPurpose(IOperation operation)
        => operation.Syntax.Ancestors().Any(node => node is CheckedExpressionSyntax { RawKind: (int)SyntaxKind.UncheckedExpression } or CheckedStatementSyntax { RawKind: (int)SyntaxKind.UncheckedStatement });

    private static bool IsNested(IConversionOperation conversion) => conversion.Parent is IConversionOperation { Type.TypeKind: TypeKind.Enum };

    private static bool AreFlags(ITypeSymbol type) => type.IsFlagsEnum() && type.FindByFullName(KnownNames.KernelConstants) is not null;

    private static bool IsNarrow(ITypeSymbol type)
        => type.SpecialType is SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Int32 or SpecialType.System_UInt32;
}
