using System;
using System.Collections.Generic;
using System.Linq;
using IoctlSharp.Analyzers.RawCalls;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.Values;

/// <summary>Finds addresses behind a struct that was copied without what stands behind it.</summary>
internal static class LostTailReader
{
    /// <summary>The address of a local with a tail, in arithmetic that leaves it.</summary>
    public static void ReadAddress(OperationAnalysisContext context)
    {
        IAddressOfOperation address = (IAddressOfOperation)context.Operation;
        if (Holder(address.Reference) is not (var local, var type))
            return;
        IOperation value = Converted(address);
        IEnumerable<IOperation> pointers = value.Parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var pointer } }
            ? PassedArgumentReader.RootOf(address).Descendants().OfType<ILocalReferenceOperation>().Where(reference => SymbolEqualityComparer.Default.Equals(reference.Local, pointer)).Select(Converted)
            : [value];
        foreach (IOperation use in pointers.Select(item => Behind(item, type)).OfType<IOperation>())
            Report(context, local, type, use);
    }

    /// <summary>The same by <c>Unsafe.Add(ref Unsafe.As(...), ...)</c> and <c>MemoryMarshal.CreateSpan</c>.</summary>
    public static void ReadCall(OperationAnalysisContext context)
    {
        IInvocationOperation call = (IInvocationOperation)context.Operation;
        bool isSpan = call.TargetMethod is { Name: "CreateSpan" or "CreateReadOnlySpan", ContainingType.Name: "MemoryMarshal" };
        if ((!isSpan && call.TargetMethod is not { Name: "Add" or "AddByteOffset", ContainingType.Name: "Unsafe" }) || call.Arguments.Length != 2)
            return;
        IOperation holder = call.Arguments[0].Value;
        if (holder is IInvocationOperation { TargetMethod: { Name: "As", ContainingType.Name: "Unsafe" }, Arguments: { Length: 1 } arguments })
            holder = arguments[0].Value;
        if (Holder(holder) is not (var local, var type) || PlainStructReader.SizeOf(type) is not { } size || Bytes(call.Arguments[1].Value, call.TargetMethod.Name == "AddByteOffset" ? null : call.TargetMethod.TypeArguments[0]) is not { } bytes)
            return;
        if (isSpan ? bytes > size : bytes >= size)
            Report(context, local, type, call);
    }

    private static void Report(OperationAnalysisContext context, ILocalSymbol local, INamedTypeSymbol type, IOperation use)
        => context.ReportDiagnostic(Diagnostic.Create(AnswerRules.TailIsLostInCopy, use.Syntax.GetLocation(), local.Name, type.Name));

    // A local that holds the head of something longer.
    private static (ILocalSymbol Local, INamedTypeSymbol Type)? Holder(IOperation operation)
        => operation is ILocalReferenceOperation { Local: { RefKind: RefKind.None, Type: INamedTypeSymbol type } local } && type.IsKernelType()
            && (type.Has(KnownNames.Tail) || ShapeReader.Fields(type).Any(field => field.Has(KnownNames.CapabilityOffset)))
            ? (local, type)
            : null;

    private static IOperation Converted(IOperation operation)
    {
        while (operation.Parent is IConversionOperation or IParenthesizedOperation)
            operation = operation.Parent;
        return operation;
    }

    // The arithmetic or the index by which a pointer leaves the struct.
    private static IOperation? Behind(IOperation pointer, INamedTypeSymbol type)
    {
        ITypeSymbol? element = (pointer.Type as IPointerTypeSymbol)?.PointedAtType;
        long? bytes = pointer.Parent switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum when sum.LeftOperand == pointer => Bytes(sum.RightOperand, element),
            { Kind: OperationKind.None, Syntax: ElementAccessExpressionSyntax { ArgumentList.Arguments: { Count: 1 } indices } } access
                => access.SemanticModel?.GetConstantValue(indices[0].Expression) is { HasValue: true, Value: int index } && element is not null ? index * (long?)PlainStructReader.SizeOf(element) : null,
            _ => null,
        };
        return bytes >= PlainStructReader.SizeOf(type) ? pointer.Parent : null;
    }

    // So many elements, in bytes; null where that is not known.
    private static long? Bytes(IOperation count, ITypeSymbol? element)
    {
        IOperation value = PassedArgumentReader.Unwrap(count);
        long? number = SizeOfReader.Measured(value) is { } measured ? PlainStructReader.SizeOf(measured)
            : value.ConstantValue is { HasValue: true, Value: var constant } && ConstantReader.Bits(constant) is { } bits and <= int.MaxValue ? (long)bits
            : null;
        return number * (element is null ? 1 : PlainStructReader.SizeOf(element));
    }
}
