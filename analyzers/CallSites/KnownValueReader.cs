using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.CallSites;

/// <summary>Finds the constant that certainly is a value, or stands in a field of it, when an expression is evaluated.</summary>
internal static class KnownValueReader
{
    // Locals that are copies of locals.
    private const int MaximumDepth = 8;

    /// <param name="expression">The expression.</param>
    /// <param name="field">The field; null for the value itself.</param>
    /// <returns>The constant as the code has it; null when nothing is certain, or nothing is said.</returns>
    public static IOperation? ValueOf(IOperation expression, IFieldSymbol? field) => ValueOf(expression, field, depth: 0);

    public static IOperation? ValueOf(IOperation expression, IFieldSymbol? field, int depth)
    {
        if (depth > MaximumDepth)
            return null;
        if (field is null && expression.ConstantValue.HasValue)
            return expression;
        switch (expression)
        {
            case IConversionOperation { OperatorMethod: null, IsImplicit: true } conversion:
                return ValueOf(conversion.Operand, field, depth);
            case ILocalReferenceOperation local:
                return new LocalWrites(local).LastOf(field) is { } write ? write.IsOfField ? Constant(write.Value) : ValueOf(write.Value, field, depth + 1) : null;
            case IObjectCreationOperation creation when field is not null:
                return Initialized(creation.Initializer, field);
            case IWithOperation with when field is not null:
                return Initialized(with.Initializer, field) ?? ValueOf(with.Operand, field, depth + 1);
            default:
                return null;
        }
    }

    private static IOperation? Initialized(IObjectOrCollectionInitializerOperation? initializer, IFieldSymbol field)
    {
        IEnumerable<ISimpleAssignmentOperation> assignments = initializer?.Initializers.OfType<ISimpleAssignmentOperation>() ?? [];
        return assignments.LastOrDefault(assignment => assignment.Target is IFieldReferenceOperation target && SymbolEqualityComparer.Default.Equals(target.Field, field)) is { } found
            ? Constant(found.Value)
            : null;
    }

    private static IOperation? Constant(IOperation value) => value.ConstantValue.HasValue ? value : null;
}
