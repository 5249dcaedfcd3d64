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
        IBinaryOperation computed = (IBinaryOperation)context.Operation;
        bool isOffset = computed.OperatorKind switch
        {
            BinaryOperatorKind.LeftShift => Is(computed.RightOperand, PrivateShift) && (IsRegionIndex(Unwrapped(computed.LeftOperand)) || IsPassedAsOffset(computed)),
            BinaryOperatorKind.Multiply => Is(computed.RightOperand, 1ul << (int)PrivateShift) && IsRegionIndex(Unwrapped(computed.LeftOperand)),
            // The way back: the index of an offset that the kernel answered.
            BinaryOperatorKind.RightShift => Is(computed.RightOperand, PrivateShift) && Unwrapped(computed.LeftOperand) is IFieldReferenceOperation { Field: { Name: "Offset", ContainingType: { } type } } && type.IsKernelType(),
            _ => false,
        };
        if (isOffset)
            context.ReportDiagnostic(Diagnostic.Create(AnswerRules.RegionOffsetIsComputed, computed.Syntax.GetLocation(), computed.Syntax.ToString()));
    }

    private static bool Is(IOperation operand, ulong value) => operand.ConstantValue is { HasValue: true, Value: var constant } && ConstantReader.Bits(constant) == value;

    private static IOperation Unwrapped(IOperation operation) => operation is IConversionOperation conversion ? Unwrapped(conversion.Operand) : operation;

    // d.Read(buffer, (7ul << 40) + 0x10)
    private static bool IsPassedAsOffset(IOperation shift)
    {
        IOperation? user = shift.Parent;
        while (user is IConversionOperation or IParenthesizedOperation or IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Or })
            user = user.Parent;
        return user is IArgumentOperation { Parameter: { Name: "offset", ContainingType: { } type } } && type.IsOurs("DeviceHandle");
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
