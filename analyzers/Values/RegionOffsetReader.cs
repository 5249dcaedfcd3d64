using System.Linq;
using System;
using IoctlSharp.Analyzers.RawCalls;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis;

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
        return IsRegion(index.Type?.Name ?? "") || IsRegion(name)
            || (!IsPacked(index) && (name.IndexOf("index", StringComparison.OrdinalIgnoreCase) >= 0 || name.Equals("bar", StringComparison.OrdinalIgnoreCase)));
    }

    // Into a key, at once or in a local that gets its lower bits later.
    private static bool IsPacked(IOperation index)
    {
        IOperation? user = index.Parent is { } parent ? Unconverted(parent).Parent : null;
        while (user is IConversionOperation)
            user = user.Parent;
        return user is IBinaryOperation { OperatorKind: BinaryOperatorKind.Or } or ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Or }
            || (user is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: { } local } }
                && PassedArgumentReader.RootOf(user).Descendants().OfType<ICompoundAssignmentOperation>().Any(later =>
                    later.OperatorKind == BinaryOperatorKind.Or && later.Target is ILocalReferenceOperation target && SymbolEqualityComparer.Default.Equals(target.Local, local)));
    }

    private static IOperation Unconverted(IOperation operation) => operation is IConversionOperation { Parent: { } parent } ? Unconverted(parent) : operation;

    private static bool IsRegion(string name) => name.IndexOf("region", StringComparison.OrdinalIgnoreCase) >= 0;
}
