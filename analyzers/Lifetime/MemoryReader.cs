using System.Collections.Generic;
using System.Linq;
using IoctlSharp.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.Lifetime;

/// <summary>Tells whose memory an array, a string, a span or a reference is, as far as one method shows it.</summary>
internal static class MemoryReader
{
    private const int MaximumSteps = 8;

    public static MemoryKind Read(IOperation memory) => Read(memory, 0);

    /// <summary>What a <c>fixed</c> pins: Roslyn has no operation for that, but has its operand.</summary>
    public static IOperation Pinned(IOperation initializer) => initializer switch
    {
        IConversionOperation conversion => Pinned(conversion.Operand),
        IAddressOfOperation address => Pinned(address.Reference),
        { Kind: OperationKind.None } when initializer.ChildOperations.FirstOrDefault() is { } operand && operand.Syntax == initializer.Syntax => Pinned(operand),
        _ => initializer,
    };

    private static MemoryKind Read(IOperation memory, int steps) => memory switch
    {
        _ when steps > MaximumSteps => MemoryKind.Unknown,
        // An array becomes a span by a conversion of its own.
        IConversionOperation conversion => Read(conversion.Operand, steps + 1),
        { Syntax: StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax } => MemoryKind.Stack,
        { Type.SpecialType: SpecialType.System_String } or IArrayCreationOperation => MemoryKind.Managed,
        IArrayElementReferenceOperation element => Read(element.ArrayReference, steps + 1),
        ILocalReferenceOperation { Local: { } local } => OfAll(GivenReader.Values(local, memory), steps),
        IParameterReferenceOperation { Type.TypeKind: TypeKind.Array } => MemoryKind.Managed,
        IFieldReferenceOperation { Field: { Type.TypeKind: TypeKind.Array } field } => MayBePinned(field) ? MemoryKind.Unknown : MemoryKind.Managed,
        IFieldReferenceOperation { Field.ContainingType.IsReferenceType: true, Type.IsValueType: true } => MemoryKind.Managed,
        IInvocationOperation call => OfCall(call, steps),
        IPropertyReferenceOperation { Property: { Name: "Span" or "Memory" }, Instance: { } instance } => Read(instance, steps + 1),
        IImplicitIndexerReferenceOperation { Instance: { } sliced } => Read(sliced, steps + 1),
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { Type.IsRefLikeType: true } instance } => Read(instance, steps + 1),
        _ => MemoryKind.Unknown,
    };

    // A local is what all that it is given are.
    private static MemoryKind OfAll(IReadOnlyList<IOperation> given, int steps)
    {
        MemoryKind[] kinds = [.. given.Select(value => Read(value, steps + 1)).Distinct()];
        return kinds.Length == 1 ? kinds[0] : MemoryKind.Unknown;
    }

    private static MemoryKind OfCall(IInvocationOperation call, int steps)
    {
        IMethodSymbol method = call.TargetMethod;
        return (method.ContainingType.Name, method.Name) switch
        {
            ("ArrayPool" or "MemoryPool", "Rent") => MemoryKind.Managed,
            ("GC", "AllocateArray" or "AllocateUninitializedArray") => call.Arguments.Any(argument => argument.Parameter?.Name == "pinned" && argument.Value.ConstantValue is not { HasValue: true, Value: false }) ? MemoryKind.Unknown : MemoryKind.Managed,
            ("CollectionsMarshal", "AsSpan") => MemoryKind.Managed,
            ("MemoryExtensions", "AsSpan" or "AsMemory") or ("MemoryMarshal", "GetArrayDataReference" or "GetReference") when (call.Instance ?? call.Arguments.FirstOrDefault()?.Value) is { } source => Read(source, steps + 1),
            ("Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory", "Slice") when call.Instance is { } whole => Read(whole, steps + 1),
            _ => MemoryKind.Unknown,
        };
    }

    // Its class takes arrays from the pinned heap, or pins some itself.
    private static bool MayBePinned(IFieldSymbol field)
        => field.ContainingType.DeclaringSyntaxReferences.IsEmpty
            || field.ContainingType.DeclaringSyntaxReferences.Any(part => part.GetSyntax().DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText is "pinned" or "GCHandle"));
}
