using System.Linq;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

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
            Report(context, address.Reference, value.Parent);
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
