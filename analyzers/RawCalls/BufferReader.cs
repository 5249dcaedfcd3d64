using System;
using System.Linq;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.RawCalls;

/// <summary>Reads arrays, spans and allocations that are passed as a pointer, with as much of their length as the method shows.</summary>
internal static class BufferReader
{
    /// <summary>The buffer; null when the value is none.</summary>
    public static PassedArgumentModel? Read(IOperation value)
    {
        IOperation origin = SingleValueReader.Read(value);
        if (Allocated(origin) is { } size)
            return Structure(PassedArgumentReader.Unwrap(value)) ?? Measure(size);
        if ((Element(value.Type) ?? Element(origin.Type) ?? (origin.Type as IPointerTypeSymbol)?.PointedAtType) is not { } element)
            return null;
        if (Length(origin) is { } length)
            return new PassedArgumentModel(ArgumentForm.Pointer, element, length, null, true);
        return Element(value.Type) is null ? null : new PassedArgumentModel(ArgumentForm.Pointer, null, 0, null, false);
    }

    private static ITypeSymbol? Element(ITypeSymbol? type) => type is IArrayTypeSymbol { Rank: 1 } array ? array.ElementType : type.SpanElement(out _);

    // The elements that the expression makes.
    private static int? Length(IOperation value)
    {
        switch (value)
        {
            case IArrayCreationOperation { DimensionSizes: { Length: 1 } sizes }:
                return Constant(sizes[0]);
            case IInvocationOperation { TargetMethod: { Name: "AllocateArray" or "AllocateUninitializedArray", ContainingType.Name: "GC" } } call:
                return Constant(call.Arguments[0].Value);
            case IInvocationOperation { TargetMethod: { Name: "AsSpan", IsStatic: true }, Arguments: { Length: 1 } arguments }:
                return Length(SingleValueReader.Read(arguments[0].Value));
        }

        // Neither has an operation of its own in the compilers that this must run in.
        return value.Syntax switch
        {
            StackAllocArrayCreationExpressionSyntax { Initializer: { } items } => items.Expressions.Count,
            StackAllocArrayCreationExpressionSyntax { Type: ArrayTypeSyntax { RankSpecifiers: { Count: 1 } ranks } } when ranks[0].Sizes.Count == 1
                => value.SemanticModel?.GetConstantValue(ranks[0].Sizes[0]) is { HasValue: true, Value: int length } ? length : null,
            ImplicitStackAllocArrayCreationExpressionSyntax items => items.Initializer.Expressions.Count,
            CollectionExpressionSyntax items when items.Elements.All(item => item is ExpressionElementSyntax) => items.Elements.Count,
            _ => null,
        };
    }

    private static int? Constant(IOperation value) => value.ConstantValue is { HasValue: true, Value: int number } ? number : null;

    // The size of memory that is not the garbage collector's.
    private static IOperation? Allocated(IOperation value) => value switch
    {
        IInvocationOperation { TargetMethod: { Name: "AllocHGlobal" or "AllocCoTaskMem", ContainingType.Name: "Marshal" }, Arguments: { Length: 1 } arguments } => arguments[0].Value,
        IInvocationOperation { TargetMethod: { Name: "Alloc" or "AllocZeroed", ContainingType.Name: "NativeMemory" }, Arguments: { Length: 1 } arguments } => arguments[0].Value,
        _ => null,
    };

    private static PassedArgumentModel? Measure(IOperation size)
    {
        IOperation bytes = SingleValueReader.Read(size);
        if (SizeOfReader.Measured(bytes) is { } type)
            return new PassedArgumentModel(ArgumentForm.Pointer, type, 0, null, true);
        SemanticModel? model = size.SemanticModel;
        return bytes.ConstantValue is { HasValue: true, Value: { } constant } && ConstantReader.Bits(constant) is { } length and > 0 and <= int.MaxValue && model is not null
            ? new PassedArgumentModel(ArgumentForm.Pointer, model.Compilation.GetSpecialType(SpecialType.System_Byte), (int)length, null, true)
            : new PassedArgumentModel(ArgumentForm.Pointer, null, 0, null, false);
    }

    // Marshal.StructureToPtr(structure, memory, ...): what the memory holds when the call is made.
    private static PassedArgumentModel? Structure(IOperation memory)
    {
        if (memory is not ILocalReferenceOperation { Local: var local })
            return null;
        IOperation[] stored = [.. PassedArgumentReader.RootOf(memory).Descendants().OfType<IInvocationOperation>()
            .Where(call => call.TargetMethod is { Name: "StructureToPtr", ContainingType.Name: "Marshal" } && call.Syntax.SpanStart < memory.Syntax.SpanStart
                && call.Arguments.Length > 1 && PassedArgumentReader.Unwrap(call.Arguments[1].Value) is ILocalReferenceOperation target && SymbolEqualityComparer.Default.Equals(target.Local, local))
            .Select(call => PassedArgumentReader.Unwrap(call.Arguments[0].Value))];
        return stored.Length == 1 && stored[0].Type is { TypeKind: TypeKind.Struct } type
            ? new PassedArgumentModel(ArgumentForm.Pointer, type, 0, (stored[0] as ILocalReferenceOperation)?.Local, true)
            : null;
    }
}
