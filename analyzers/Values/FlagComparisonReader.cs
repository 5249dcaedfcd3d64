using IoctlSharp.Analyzers.Contracts;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.Values;

/// <summary>Finds comparisons of all flags that the kernel answers with one of them.</summary>
internal static class FlagComparisonReader
{
    public static void Read(OperationAnalysisContext context)
    {
        IBinaryOperation comparison = (IBinaryOperation)context.Operation;
        if (comparison.OperatorKind is not (BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals))
            return;
        if ((Flags(comparison.LeftOperand, comparison.RightOperand) ?? Flags(comparison.RightOperand, comparison.LeftOperand)) is var (field, flags))
            context.ReportDiagnostic(Diagnostic.Create(AnswerRules.FlagsAreComparedWhole, comparison.Syntax.GetLocation(), $"{field.ContainingType.Name}.{field.Name}", FlagNames.Of(flags, field.Type)));
    }

    // The field of a kernel struct that is compared, and the constant; zero compares all of them for good reason.
    private static (IFieldSymbol Field, ulong Flags)? Flags(IOperation operand, IOperation constant)
        => Unconverted(operand) is IFieldReferenceOperation { Instance: not null, Field: var field } && field.Type.IsFlagsEnum() && field.ContainingType.IsKernelType()
            && field.Type.FindByFullName(KnownNames.KernelConstants) is not null
            && constant.ConstantValue is { HasValue: true, Value: var value } && ConstantReader.Bits(value) is { } bits and not 0
            ? (field, bits)
            : null;

    private static IOperation Unconverted(IOperation operation)
    {
        while (operation is IConversionOperation { IsImplicit: true } conversion)
            operation = conversion.Operand;
        return operation;
    }
}
