using System.Linq;
using IoctlSharp.Analyzers.Contracts;
using IoctlSharp.Analyzers.RawCalls;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.Values;

/// <summary>Finds capability chains that are walked by hand, and lengths computed from what the kernel says without a check.</summary>
internal static class CapabilityReader
{
    private const string Header = "vfio_info_cap_header";

    public static void Read(OperationAnalysisContext context, ContractCache contracts)
    {
        IFieldReferenceOperation read = (IFieldReferenceOperation)context.Operation;
        if (read.Instance is null || read.Field.ContainingType is not { TypeKind: TypeKind.Struct } type || !type.IsKernelType() || Use(read) is not { } use)
            return;
        bool isOffset = read.Field.Has(KnownNames.CapabilityOffset)
            || (ShapeReader.CName(read.Field) == "next" && type.FindByFullName(KnownNames.KernelStruct)?.Argument<string>(0) == Header);
        bool isSize = contracts.Of(type)?.Of(read.Field) is { IsArgSize: true } && use is IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract, RightOperand: var subtracted } && IsSize(subtracted);
        if ((isOffset || isSize) && !IsBounded(read))
            context.ReportDiagnostic(Diagnostic.Create(AnswerRules.CapabilityChainIsWalkedByHand, use.Syntax.GetLocation(), type.Name, read.Field.Name));
    }

    // Who compares it with anything but the end of the chain knows where it points.
    private static bool IsBounded(IFieldReferenceOperation read)
        => PassedArgumentReader.RootOf(read).Descendants().OfType<IFieldReferenceOperation>().Any(other =>
        {
            IOperation value = other;
            while (value.Parent is IConversionOperation or IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract })
                value = value.Parent;
            return SymbolEqualityComparer.Default.Equals(other.Field, read.Field)
                && value.Parent is IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual };
        });

    // The arithmetic or the slice that the value goes into.
    private static IOperation? Use(IOperation operation)
    {
        IOperation value = operation;
        while (value.Parent is IConversionOperation conversion)
            value = conversion;
        return value.Parent switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } arithmetic => arithmetic,
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Slice" or "Add" or "AddByteOffset" } slice } => slice,
            IRangeOperation range => range,
            _ => null,
        };
    }

    private static bool IsSize(IOperation operation)
    {
        while (operation is IConversionOperation conversion)
            operation = conversion.Operand;
        return operation is ISizeOfOperation or IInvocationOperation { TargetMethod.Name: "SizeOf" };
    }
}
