using System.Linq;
using IoctlSharp.Analyzers.RawCalls;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.Values;

/// <summary>Finds addresses behind a struct that was copied without what stands behind it.</summary>
internal static class LostTailReader
{
    /// <summary>The address of a local with a tail, in arithmetic.</summary>
    public static void ReadAddress(OperationAnalysisContext context)
    {
        IAddressOfOperation address = (IAddressOfOperation)context.Operation;
        IOperation value = address;
        while (value.Parent is IConversionOperation or IParenthesizedOperation)
            value = value.Parent;
        if (value.Parent is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } or IArrayElementReferenceOperation)
        {
            if (!IsWithin(address.Reference.Type, value))
                Report(context, address.Reference, value.Parent);
        }
    }

    // A constant distance that ends before the struct does is that of a field.
    private static bool IsWithin(ITypeSymbol? type, IOperation pointer)
    {
        IOperation? distance = pointer.Parent is IBinaryOperation sum ? (sum.LeftOperand == pointer ? sum.RightOperand : sum.LeftOperand) : null;
        return type is not null && distance?.ConstantValue is { HasValue: true, Value: var value } && ConstantReader.Bits(value) is { } elements
            && pointer.Type is IPointerTypeSymbol { PointedAtType: { } element } && PlainStructReader.SizeOf(element) is { } size && PlainStructReader.SizeOf(type) is { } whole
            && elements * (ulong)size < (ulong)whole;
    }

    /// <summary>The same by <c>Unsafe.Add(ref Unsafe.As(...), ...)</c>.</summary>
    public static void ReadCall(OperationAnalysisContext context)
    {
        IInvocationOperation call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod is not { Name: "Add" or "AddByteOffset", ContainingType.Name: "Unsafe" } || call.Arguments.Length == 0)
            return;
        IOperation holder = call.Arguments[0].Value;
        if (holder is IInvocationOperation { TargetMethod: { Name: "As", ContainingType.Name: "Unsafe" }, Arguments: { Length: 1 } arguments })
            holder = arguments[0].Value;
        Report(context, holder, call);
    }

    private static void Report(OperationAnalysisContext context, IOperation holder, IOperation use)
    {
        if (holder is ILocalReferenceOperation { Local: { RefKind: RefKind.None, Type: INamedTypeSymbol type } local } && type.IsKernelType()
            && (type.Has(KnownNames.Tail) || ShapeReader.Fields(type).Any(field => field.Has(KnownNames.CapabilityOffset))))
        {
            context.ReportDiagnostic(Diagnostic.Create(AnswerRules.TailIsLostInCopy, use.Syntax.GetLocation(), local.Name, type.Name));
        }
    }
}
