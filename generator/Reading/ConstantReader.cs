using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Generator.Reading;

/// <summary>Writes an attribute's constant as an expression of a given type, by the names of its enum where it has them.</summary>
public static class ConstantReader
{
    /// <summary>The expression; null when the constant is not of that type.</summary>
    public static string? Expression(TypedConstant constant, ITypeSymbol type)
    {
        if (constant.Kind is not (TypedConstantKind.Primitive or TypedConstantKind.Enum) || constant.Value is null || Bits(constant.Value) is not { } value)
            return null;
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Enum } enumType)
            return constant.Kind == TypedConstantKind.Primitive && Literal(value, type) is { } literal ? literal : null;
        return constant.Kind == TypedConstantKind.Enum && !SymbolEqualityComparer.Default.Equals(constant.Type, enumType)
            ? null
            : Names(value, enumType) ?? $"({enumType.Text()})0x{value.ToString("x", CultureInfo.InvariantCulture)}";
    }

    /// <summary>The 64 bits of an integral constant; null for anything else.</summary>
    public static ulong? Bits(object? value) => value switch
    {
        byte number => number,
        sbyte number => unchecked((ulong)number),
        short number => unchecked((ulong)number),
        ushort number => number,
        int number => unchecked((ulong)number),
        uint number => number,
        long number => unchecked((ulong)number),
        ulong number => number,
        _ => null,
    };

    private static string? Literal(ulong value, ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_SByte or SpecialType.System_Int16 or SpecialType.System_Int32 or SpecialType.System_Int64
            => $"({type.Text()})({unchecked((long)value).ToString(CultureInfo.InvariantCulture)})",
        SpecialType.System_Byte when value <= byte.MaxValue => $"(byte){value}",
        SpecialType.System_UInt16 when value <= ushort.MaxValue => $"(ushort){value}",
        SpecialType.System_UInt32 when value <= uint.MaxValue => $"{value}u",
        SpecialType.System_UInt64 => $"{value}ul",
        _ => null,
    };

    private static string? Names(ulong value, INamedTypeSymbol type)
    {
        List<IFieldSymbol> members = type.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue).ToList();
        if (members.FirstOrDefault(member => Bits(member.ConstantValue) == value) is { } exact)
            return Qualified(type, exact);

        List<string> names = [];
        ulong rest = value;
        foreach (IFieldSymbol member in members)
        {
            if (Bits(member.ConstantValue) is { } bit and not 0 && (bit & (bit - 1)) == 0 && (rest & bit) != 0)
            {
                names.Add(Qualified(type, member));
                rest &= ~bit;
            }
        }

        return rest == 0 && names.Count > 0 ? string.Join(" | ", names) : null;
    }

    private static string Qualified(INamedTypeSymbol type, IFieldSymbol member) => $"{type.Text()}.{HierarchyReader.Escape(member.Name)}";
}
