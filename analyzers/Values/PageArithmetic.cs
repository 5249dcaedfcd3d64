using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.Values;

/// <summary>A number that stands for pages of 4096 bytes.</summary>
/// <param name="Operand">The number.</param>
/// <param name="Start">Where it starts in its file, with the operator that is part of it.</param>
/// <param name="Value">What it is: <c>4096</c>, <c>4095</c>, <c>~4095</c>, or the operator of a shift by 12.</param>
/// <param name="Type">The type that it has there.</param>
internal sealed record PageArithmetic(IOperation Operand, int Start, string Value, ITypeSymbol? Type)
{
    public PageArithmetic(IOperation operand, string value)
        : this(operand, operand.Syntax.SpanStart, value, operand.Type)
    {
    }
}
