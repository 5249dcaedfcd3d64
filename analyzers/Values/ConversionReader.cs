using System.Linq;
using IoctlSharp.Analyzers.Contracts;
using IoctlSharp.Analyzers.Flow;
using IoctlSharp.Analyzers.RawCalls;
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
    private const int MaximumSteps = 4;

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
        if (SourceOf(operand) is { } source && !SymbolEqualityComparer.Default.Equals(source, target) && AreFlags(source) && AreFlags(target) && !IsNested(conversion) && IsSome(operand))
            context.ReportDiagnostic(Diagnostic.Create(ValueRules.FlagIsOfAnotherEnum, conversion.Syntax.GetLocation(), operand is IFieldReferenceOperation { Field: { HasConstantValue: true } member } ? $"{source.Name}.{member.Name}" : operand.Syntax.ToString(), target.Name));
    }

    // The enum whose flags they are: also those that were made numbers to be combined.
    private static ITypeSymbol? SourceOf(IOperation operand) => operand switch
    {
        { Type: { } type } when type.IsEnum() => type,
        IConversionOperation { OperatorMethod: null } conversion => SourceOf(conversion.Operand),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Or } both => SourceOf(both.LeftOperand) is { } left && SymbolEqualityComparer.Default.Equals(left, SourceOf(both.RightOperand)) ? left : null,
        _ => null,
    };

    // A constant, or a local that is given nothing but constants. Of any other variable nobody knows which flags it has.
    private static bool IsSome(IOperation flags)
        => flags.ConstantValue is { HasValue: true, Value: var constant } ? ConstantReader.Bits(constant) is not (null or 0)
            : flags is ILocalReferenceOperation { Local: { } local } && GivenReader.Values(local, flags) is { Count: > 0 } given && given.All(value => value.ConstantValue.HasValue && IsSome(value));

    private static void ReadNarrowing(OperationAnalysisContext context, IConversionOperation conversion, ITypeSymbol target)
    {
        ILocalSymbol? copy = (Unconverted(conversion.Operand) as ILocalReferenceOperation)?.Local;
        if (Source(conversion.Operand, 0) is not { } field || !field.ContainingType.IsKernelType() || !IsPlaceOrSize(field) || IsUncheckedOnPurpose(conversion))
            return;
        if (!SymbolEqualityComparer.Default.Equals(context.ContainingSymbol.ContainingType, field.ContainingType) && !IsCompared(conversion, field, copy))
            context.ReportDiagnostic(Diagnostic.Create(AnswerRules.KernelValueIsNarrowed, conversion.Syntax.GetLocation(), $"{field.ContainingType.Name}.{field.Name}", target.ToDisplayString()));
    }

    // The field whose 64 bits are cast: by itself, with a constant added, or by a local that is given nothing else.
    private static IFieldSymbol? Source(IOperation operand, int steps) => Unconverted(operand) switch
    {
        IFieldReferenceOperation { Instance: not null, Field: { Type.SpecialType: SpecialType.System_UInt64 or SpecialType.System_Int64 } field } => field,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, RightOperand.ConstantValue.HasValue: true } sum => Source(sum.LeftOperand, steps),
        ILocalReferenceOperation { Local: { Type.SpecialType: SpecialType.System_UInt64 or SpecialType.System_Int64 } local } when steps < MaximumSteps => GivenReader.Only(local, operand) is { } given ? Source(given, steps + 1) : null,
        _ => null,
    };

    private static IOperation Unconverted(IOperation operation)
    {
        while (operation is IConversionOperation { OperatorMethod: null, Type.SpecialType: SpecialType.System_UInt64 or SpecialType.System_Int64 } conversion)
            operation = conversion.Operand;
        return operation;
    }

    // Whoever sets it, compares it anywhere in the method, or takes its other half, may know that it fits; so may whoever is given it.
    private static bool IsCompared(IOperation operation, IFieldSymbol field, ILocalSymbol? copy)
        => PassedArgumentReader.RootOf(operation).Descendants().Any(part
            => (part is IFieldReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Field, field) || part is ILocalReferenceOperation { Local: { } local } && SymbolEqualityComparer.Default.Equals(local, copy))
                && !IsWithin(part, operation) && IsLookedAt(part));

    private static bool IsLookedAt(IOperation reference)
    {
        if (reference.Parent is ISimpleAssignmentOperation assignment && assignment.Target == reference)
            return true;
        for (IOperation? current = reference.Parent; current is not null; current = current.Parent)
        {
            switch (current)
            {
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual }:
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals or BinaryOperatorKind.RightShift or BinaryOperatorKind.UnsignedRightShift }:
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
