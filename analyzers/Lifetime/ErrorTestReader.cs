using System.Collections.Generic;
using IoctlSharp.Analyzers.RawCalls;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.Lifetime;

/// <summary>Tells for which errors of a call a condition holds.</summary>
/// <param name="results">The locals that hold nothing but the call's result, or errno after it.</param>
internal sealed class ErrorTestReader(ISet<ISymbol> results)
{
    /// <summary>The errors; null where the condition is about anything else.</summary>
    public ErrorSet? Read(IOperation? condition) => condition switch
    {
        null => ErrorSet.All,
        { ConstantValue: { HasValue: true, Value: bool value } } => value ? ErrorSet.All : ErrorSet.None,
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => Read(not.Operand)?.Not(),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both => Read(both.LeftOperand) is { } left && Read(both.RightOperand) is { } right ? left.And(right) : null,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either => Read(either.LeftOperand) is { } left && Read(either.RightOperand) is { } right ? left.Or(right) : null,
        IBinaryOperation binary => Number(binary.RightOperand) is { } constant ? Compare(binary.LeftOperand, binary.OperatorKind, constant)
            : Number(binary.LeftOperand) is { } first ? Compare(binary.RightOperand, Mirror(binary.OperatorKind), first)
            : null,
        IIsPatternOperation test => Match(test.Value, test.Pattern),
        _ => null,
    };

    /// <summary>Whether the operation is a call whose result says how it went.</summary>
    public static bool IsAnswered(IOperation operation)
        => operation is IInvocationOperation { TargetMethod: var method } && (IsDeclared(method) ? method.ReturnType.IsOurs(KnownNames.Errno) : RawImportReader.IsIoctl(method));

    /// <summary>Whether the method is an ioctl that was declared.</summary>
    public static bool IsDeclared(IMethodSymbol method) => (method.ReducedFrom ?? method).Has("IoctlAttribute");

    /// <summary>Whether the operation asks for errno.</summary>
    public static bool IsErrno(IOperation operation)
        => operation is IInvocationOperation { TargetMethod: { Name: "GetLastPInvokeError" or "GetLastWin32Error" or "GetLastSystemError", ContainingType.Name: "Marshal" } };

    private ErrorSet? Match(IOperation value, IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation constant => Number(constant.Value) is { } number ? Compare(value, BinaryOperatorKind.Equals, number) : null,
        IRelationalPatternOperation relation => Number(relation.Value) is { } number ? Compare(value, relation.OperatorKind, number) : null,
        INegatedPatternOperation not => Match(value, not.Pattern)?.Not(),
        IBinaryPatternOperation pair => Match(value, pair.LeftPattern) is { } left && Match(value, pair.RightPattern) is { } right
            ? pair.OperatorKind == BinaryOperatorKind.Or ? left.Or(right) : left.And(right)
            : null,
        _ => null,
    };

    private ErrorSet? Compare(IOperation operand, BinaryOperatorKind kind, long constant)
    {
        IOperation subject = PassedArgumentReader.Unwrap(operand);
        while (subject is ISimpleAssignmentOperation assignment)
            subject = PassedArgumentReader.Unwrap(assignment.Value);
        if (subject is IPropertyReferenceOperation { Property: { Name: "Error" or "HResult" }, Instance.Type: { } holder } && IsException(holder))
            return Equality(kind, constant);
        ILocalSymbol? local = (subject as ILocalReferenceOperation)?.Local;
        if (local is null ? !IsAnswered(subject) && !IsErrno(subject) : !results.Contains(local))
            return null;
        if (subject.Type.IsOurs(KnownNames.Errno) || IsErrno(subject))
            return Equality(kind, constant);
        // libc's ioctl answers -1. An int that holds errno is compared with a number that is neither.
        return (kind, constant) switch
        {
            (BinaryOperatorKind.LessThan, 0) or (BinaryOperatorKind.LessThanOrEqual, -1) or (BinaryOperatorKind.Equals, -1) or (BinaryOperatorKind.NotEquals, 0) => ErrorSet.Failure,
            (BinaryOperatorKind.GreaterThanOrEqual, 0) or (BinaryOperatorKind.GreaterThan, -1) or (BinaryOperatorKind.NotEquals, -1) or (BinaryOperatorKind.Equals, 0) => ErrorSet.Success,
            (_, > 0) when local is not null => Equality(kind, constant),
            _ => null,
        };
    }

    private static ErrorSet? Equality(BinaryOperatorKind kind, long constant) => kind switch
    {
        BinaryOperatorKind.Equals => ErrorSet.Only(constant),
        BinaryOperatorKind.NotEquals => ErrorSet.Only(constant).Not(),
        _ => null,
    };

    private static bool IsException(ITypeSymbol? type) => type is { BaseType: not null, Name: "Exception" or "IOException" } || type.IsOurs("IoctlException");

    private static long? Number(IOperation operand)
        => operand.ConstantValue is { HasValue: true, Value: not (null or bool) and var value } && ConstantReader.Bits(value) is { } bits ? unchecked((long)bits) : null;

    private static BinaryOperatorKind Mirror(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThanOrEqual,
        BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThanOrEqual,
        _ => kind,
    };
}
