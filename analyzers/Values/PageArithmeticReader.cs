using System.Collections.Generic;
using System.Linq;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.Values;

/// <summary>Finds what takes pages for 4096 bytes in the expression of a value that consists of pages.</summary>
internal static class PageArithmeticReader
{
    private const ulong Assumed = 4096;
    private const ulong AssumedShift = 12;

    // 4096 may be any size, whatever it is called, and so may a product of constants.
    public static IEnumerable<PageArithmetic> Read(IOperation value)
        => value.DescendantsAndSelf().OfType<IBinaryOperation>().Where(arithmetic => !value.ConstantValue.HasValue && !arithmetic.ConstantValue.HasValue)
            .SelectMany(arithmetic => new[] { arithmetic.LeftOperand, arithmetic.RightOperand }
                .Select(operand => Value(arithmetic.OperatorKind, operand) is { } text ? new PageArithmetic(operand, text) : null)
                .Where(found => found is not null))
            .Concat(Shifts(value))!;

    // A number of pages, the mask of a page, and that of all but it.
    private static string? Value(BinaryOperatorKind kind, IOperation operand)
    {
        if (operand.ConstantValue is not { HasValue: true, Value: var constant } || ConstantReader.Bits(constant) is not { } bits)
            return null;
        return kind switch
        {
            BinaryOperatorKind.Multiply or BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder when bits == Assumed => "4096",
            BinaryOperatorKind.Add or BinaryOperatorKind.Subtract or BinaryOperatorKind.And when bits == Assumed - 1 => "4095",
            BinaryOperatorKind.And when bits is ~(Assumed - 1) or 0xffff_f000 => "~4095",
            _ => null,
        };
    }

    // A shift that makes the value, or a summand of it, is a product with 4096. Elsewhere 12 is many things.
    private static IEnumerable<PageArithmetic> Shifts(IOperation value)
    {
        switch (value)
        {
            case IConversionOperation { OperatorMethod: null } conversion:
                return Shifts(conversion.Operand);
            case IParenthesizedOperation parenthesized:
                return Shifts(parenthesized.Operand);
            case IBinaryOperation { ConstantValue.HasValue: false, OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract or BinaryOperatorKind.Or or BinaryOperatorKind.And } sum:
                return Shifts(sum.LeftOperand).Concat(Shifts(sum.RightOperand));
            case IBinaryOperation { ConstantValue.HasValue: false, OperatorKind: BinaryOperatorKind.LeftShift } shift when IsByPage(shift):
                return Frames(shift.LeftOperand).Append(Found(shift, "<<"));
            case IBinaryOperation { ConstantValue.HasValue: false, OperatorKind: BinaryOperatorKind.Multiply } product when Value(product.OperatorKind, product.RightOperand) is not null:
                return Frames(product.LeftOperand);
            default:
                return [];
        }
    }

    // The number of a page that was made by the opposite shift.
    private static IEnumerable<PageArithmetic> Frames(IOperation number) => number switch
    {
        IConversionOperation { OperatorMethod: null } conversion => Frames(conversion.Operand),
        IParenthesizedOperation parenthesized => Frames(parenthesized.Operand),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } sum => Frames(sum.LeftOperand).Concat(Frames(sum.RightOperand)),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.RightShift } shift when IsByPage(shift) => [Found(shift, ">>")],
        _ => [],
    };

    private static bool IsByPage(IBinaryOperation shift)
        => shift.RightOperand.ConstantValue is { HasValue: true, Value: var bits } && ConstantReader.Bits(bits) == AssumedShift && shift.Syntax is BinaryExpressionSyntax;

    private static PageArithmetic Found(IBinaryOperation shift, string value)
        => new(shift.RightOperand, ((BinaryExpressionSyntax)shift.Syntax).OperatorToken.SpanStart, value, shift.Type);
}
