using System;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.Values;

/// <summary>Finds offsets of regions that are computed as one kernel driver does for itself.</summary>
internal static class RegionOffsetReader
{
    // VFIO_PCI_OFFSET_SHIFT, which is in no header that programs see.
    private const ulong PrivateShift = 40;

    public static void Read(OperationAnalysisContext context)
    {
        IBinaryOperation shift = (IBinaryOperation)context.Operation;
        if (shift.OperatorKind != BinaryOperatorKind.LeftShift || shift.RightOperand.ConstantValue is not { HasValue: true, Value: var value } || ConstantReader.Bits(value) != PrivateShift)
            return;
        IOperation index = shift.LeftOperand;
        while (index is IConversionOperation conversion)
            index = conversion.Operand;
        if (IsRegionIndex(index))
            context.ReportDiagnostic(Diagnostic.Create(AnswerRules.RegionOffsetIsComputed, shift.Syntax.GetLocation(), shift.Syntax.ToString()));
    }

    private static bool IsRegionIndex(IOperation index)
    {
        string name = index switch
        {
            ILocalReferenceOperation local => local.Local.Name,
            IParameterReferenceOperation parameter => parameter.Parameter.Name,
            IFieldReferenceOperation field => field.Field.Name,
            IPropertyReferenceOperation property => property.Property.Name,
            _ => "",
        };
        // An index of something else is packed like that, too.
        bool isPacked = index.Parent is { } parent && Unconverted(parent).Parent is IBinaryOperation { OperatorKind: BinaryOperatorKind.Or };
        return IsRegion(index.Type?.Name ?? "") || IsRegion(name)
            || (!isPacked && (name.IndexOf("index", StringComparison.OrdinalIgnoreCase) >= 0 || name.Equals("bar", StringComparison.OrdinalIgnoreCase)));
    }

    private static IOperation Unconverted(IOperation operation) => operation is IConversionOperation { Parent: { } parent } ? Unconverted(parent) : operation;

    private static bool IsRegion(string name) => name.IndexOf("region", StringComparison.OrdinalIgnoreCase) >= 0;
}
