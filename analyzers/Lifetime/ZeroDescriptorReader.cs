using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using IoctlSharp.Analyzers.Flow;
using IoctlSharp.Analyzers.RawCalls;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.Lifetime;

/// <summary>Finds tests of a file descriptor that take 0 for none.</summary>
internal static class ZeroDescriptorReader
{
    private static readonly ImmutableHashSet<string> s_openers =
        ImmutableHashSet.Create("open", "open64", "openat", "eventfd", "epoll_create", "epoll_create1", "memfd_create", "socket", "dup", "timerfd_create", "userfaultfd");

    /// <summary>What the test takes 0 for, and the test to write instead; null when it is right, or of something else.</summary>
    public static (string Meaning, string Instead)? Read(IOperation test)
    {
        (IOperation Value, SyntaxNode Text, bool IsFailure)? found = test switch
        {
            IBinaryOperation { Syntax: BinaryExpressionSyntax syntax } comparison => Failure(comparison.OperatorKind, comparison.RightOperand) is { } right ? (comparison.LeftOperand, syntax.Left, right)
                : Failure(Mirrored(comparison.OperatorKind), comparison.LeftOperand) is { } left ? (comparison.RightOperand, syntax.Right, left)
                : null,
            IIsPatternOperation { Syntax: IsPatternExpressionSyntax syntax } pattern => Failure(pattern.Pattern) is { } failure ? (pattern.Value, syntax.Expression, failure) : null,
            _ => null,
        };
        if (found is not var (value, text, isFailure) || !IsDescriptor(PassedArgumentReader.Unwrap(value)))
            return null;
        return (isFailure ? "a failure" : "no success", $"{text} {(isFailure ? "<" : ">=")} 0");
    }

    // Of a comparison that takes 0 and what is below it for one thing, and what is above for another: whether the former passes.
    private static bool? Failure(BinaryOperatorKind kind, IOperation bound) => (kind, Number(bound)) switch
    {
        (BinaryOperatorKind.Equals or BinaryOperatorKind.LessThanOrEqual, 0) or (BinaryOperatorKind.LessThan, 1) => true,
        (BinaryOperatorKind.NotEquals or BinaryOperatorKind.GreaterThan, 0) or (BinaryOperatorKind.GreaterThanOrEqual, 1) => false,
        _ => null,
    };

    private static bool? Failure(IPatternOperation pattern) => pattern switch
    {
        INegatedPatternOperation { Pattern: var inner } => !Failure(inner),
        IConstantPatternOperation constant => Failure(BinaryOperatorKind.Equals, constant.Value),
        IRelationalPatternOperation relation => Failure(relation.OperatorKind, relation.Value),
        _ => null,
    };

    private static BinaryOperatorKind Mirrored(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThanOrEqual,
        BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThanOrEqual,
        _ => kind,
    };

    private static int? Number(IOperation bound)
        => (bound.ConstantValue.HasValue ? bound.ConstantValue : PassedArgumentReader.Unwrap(bound).ConstantValue) is { HasValue: true, Value: var value } && ConstantReader.Bits(value) is { } bits and <= 1 ? (int)bits : null;

    // A variable is a descriptor where all that it is given are descriptors.
    private static bool IsDescriptor(IOperation value) => value switch
    {
        ISimpleAssignmentOperation assignment => IsOpen(assignment.Value),
        ILocalReferenceOperation { Local: { } local } => GivenReader.Values(local, value) is { Count: > 0 } given && given.All(IsOpen),
        IFieldReferenceOperation { Field: { } field } => field.Has("OwnedFdAttribute") || (field.Type.SpecialType == SpecialType.System_Int32 && IsOpenedBefore(field, value)),
        _ => IsOpen(value),
    };

    private static bool IsOpen(IOperation value) => PassedArgumentReader.Unwrap(value) switch
    {
        IInvocationOperation { TargetMethod: { } method } => RawImportReader.Read(method) is { } import && s_openers.Contains(import.Function),
        IFieldReferenceOperation { Field: { } field } => field.Has("OwnedFdAttribute"),
        _ => false,
    };

    // In a statement in front, in a block around: before that the field could be 0 because nothing was opened yet.
    private static bool IsOpenedBefore(IFieldSymbol field, IOperation value)
    {
        IEnumerable<ISimpleAssignmentOperation> assignments = PassedArgumentReader.RootOf(value).Descendants().OfType<ISimpleAssignmentOperation>()
            .Where(assignment => assignment.Target is IFieldReferenceOperation target && SymbolEqualityComparer.Default.Equals(target.Field, field));
        return assignments.LastOrDefault(assignment => assignment.Syntax.Span.End <= value.Syntax.SpanStart) is { Parent: IExpressionStatementOperation { Parent: IBlockOperation block } } last
            && IsOpen(last.Value) && block.Syntax.Span.Contains(value.Syntax.Span);
    }
}
