using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.Flow;

/// <summary>What C# computes, on what is known of the operands.</summary>
internal static class Arithmetic
{
    public static FlowValue Binary(BinaryOperatorKind kind, FlowValue left, FlowValue right, ITypeSymbol? type)
    {
        FlowValue result = kind switch
        {
            BinaryOperatorKind.Or when Bits(left) is var (ones, zeros) && Bits(right) is var (moreOnes, moreZeros) && !AreValues(left, right) => FlowNumber.OfBits(ones | moreOnes, zeros & moreZeros),
            BinaryOperatorKind.And when Bits(left) is var (ones, zeros) && Bits(right) is var (moreOnes, moreZeros) && !AreValues(left, right) => FlowNumber.OfBits(ones & moreOnes, zeros | moreZeros),
            _ => left is FlowNumber one && right is FlowNumber other && Function(kind, IsUnsigned(type)) is { } function ? FlowNumber.Map(one, other, function) : FlowValue.Unknown,
        };
        return result is FlowNumber number ? number.Map(value => Truncate(value, type)) is FlowNumber truncated ? truncated : result : result;
    }

    public static FlowValue Unary(UnaryOperatorKind kind, FlowValue operand, ITypeSymbol? type)
    {
        if (operand is not FlowNumber number)
            return FlowValue.Unknown;
        return kind switch
        {
            UnaryOperatorKind.Plus => number,
            UnaryOperatorKind.Minus => number.Map(value => Truncate(unchecked(0 - value), type)),
            UnaryOperatorKind.BitwiseNegation => number.Map(value => Truncate(~value, type)),
            _ => FlowValue.Unknown,
        };
    }

    /// <summary>A number as another type has it: cut to its width.</summary>
    public static FlowValue Convert(FlowNumber number, ITypeSymbol type)
    {
        FlowValue converted = number.Map(value => Truncate(value, type));
        return converted is FlowNumber known ? number.Origin is { } origin ? known.From(origin) : known
            : Width(type) == 64 ? number
            : FlowValue.Unknown;
    }

    /// <summary>The bits of a value of a type: a signed one's are extended to 64.</summary>
    public static ulong Truncate(ulong value, ITypeSymbol? type) => (Width(type), IsUnsigned(type)) switch
    {
        (8, true) => (byte)value,
        (8, false) => unchecked((ulong)(sbyte)value),
        (16, true) => (ushort)value,
        (16, false) => unchecked((ulong)(short)value),
        (32, true) => (uint)value,
        (32, false) => unchecked((ulong)(int)value),
        _ => value,
    };

    private static int Width(ITypeSymbol? type) => Underlying(type) switch
    {
        SpecialType.System_SByte or SpecialType.System_Byte => 8,
        SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Char => 16,
        SpecialType.System_Int32 or SpecialType.System_UInt32 => 32,
        _ => 64,
    };

    private static bool IsUnsigned(ITypeSymbol? type)
        => Underlying(type) is SpecialType.System_Byte or SpecialType.System_UInt16 or SpecialType.System_Char or SpecialType.System_UInt32 or SpecialType.System_UInt64 or SpecialType.System_UIntPtr or SpecialType.None;

    private static SpecialType Underlying(ITypeSymbol? type) => type is INamedTypeSymbol { EnumUnderlyingType: { } underlying } ? underlying.SpecialType : type?.SpecialType ?? SpecialType.None;

    // Of an unknown operand no bit is certain, but an or with a constant is.
    private static (ulong Ones, ulong Zeros)? Bits(FlowValue value) => value switch
    {
        FlowNumber number => (number.Ones, number.Zeros),
        FlowStruct => null,
        _ => (0, 0),
    };

    private static bool AreValues(FlowValue left, FlowValue right) => left is FlowNumber { Values.Count: > 0 } && right is FlowNumber { Values.Count: > 0 };

    private static Func<ulong, ulong, ulong>? Function(BinaryOperatorKind kind, bool isUnsigned) => kind switch
    {
        BinaryOperatorKind.Or => (left, right) => left | right,
        BinaryOperatorKind.And => (left, right) => left & right,
        BinaryOperatorKind.ExclusiveOr => (left, right) => left ^ right,
        BinaryOperatorKind.Add => (left, right) => unchecked(left + right),
        BinaryOperatorKind.Subtract => (left, right) => unchecked(left - right),
        BinaryOperatorKind.Multiply => (left, right) => unchecked(left * right),
        BinaryOperatorKind.LeftShift => (left, right) => left << (int)(right & 63),
        BinaryOperatorKind.RightShift when isUnsigned => (left, right) => left >> (int)(right & 63),
        _ => null,
    };
}
