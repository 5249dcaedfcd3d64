using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.Values;

/// <summary>Reads a span that is written out where a call takes it: as a collection, as an array, or as the last arguments.</summary>
internal static class SpanReader
{
    /// <summary>The span; null for one that comes from elsewhere.</summary>
    public static WrittenSpan? Read(IOperation value)
    {
        while (value is IConversionOperation conversion)
            value = conversion.Operand;
        return value switch
        {
            IDefaultValueOperation or ILiteralOperation { ConstantValue: { HasValue: true, Value: null } } => new([], 0),
            IInvocationOperation { TargetMethod: { Name: "Empty", ContainingType.SpecialType: SpecialType.System_Array } } => new([], 0),
            IPropertyReferenceOperation { Instance: null, Property: { Name: "Empty", ContainingType.IsRefLikeType: true } } => new([], 0),
            IArrayCreationOperation { Initializer: { } written } => Written(written.ElementValues),
            IArrayCreationOperation { DimensionSizes: { Length: 1 } sizes } => sizes[0].ConstantValue is { HasValue: true, Value: int size } ? new([], size) : null,
            // This compiler's interface has no name for it; a spread part has no type.
            _ when value.Syntax is CollectionExpressionSyntax || IsOfLastArguments(value) => Written([.. value.ChildOperations]),
            _ => null,
        };
    }

    private static WrittenSpan Written(IReadOnlyList<IOperation> elements) => new(elements, elements.All(element => element.Type is not null) ? elements.Count : null);

    // What params collects into a span stands nowhere: its syntax is the call's.
    private static bool IsOfLastArguments(IOperation value)
        => value is { IsImplicit: true, Type.IsRefLikeType: true, Parent: var parent } and not (IInvocationOperation or IObjectCreationOperation or IMemberReferenceOperation or IFlowCaptureReferenceOperation)
            && Argument(parent) is { IsImplicit: true, Parameter.IsParams: true };

    private static IArgumentOperation? Argument(IOperation? parent)
    {
        while (parent is IConversionOperation)
            parent = parent.Parent;
        return parent as IArgumentOperation;
    }
}
