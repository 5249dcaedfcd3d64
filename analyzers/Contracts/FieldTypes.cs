using System.Linq;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.Contracts;

/// <summary>What kinds of value a type can hold.</summary>
internal static class FieldTypes
{
    public static bool IsInteger(this ITypeSymbol type) => type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64 or SpecialType.System_IntPtr or SpecialType.System_UIntPtr;

    public static bool IsEnum(this ITypeSymbol type) => type.TypeKind == TypeKind.Enum;

    /// <summary>Whether the type can hold an address: a pointer, UserPointer, or the integer that C has for one.</summary>
    public static bool CanHoldAddress(this ITypeSymbol type)
        => type is IPointerTypeSymbol || type.IsOurs(KnownNames.UserPointer) || type.SpecialType is SpecialType.System_UInt64 or SpecialType.System_Int64 or SpecialType.System_IntPtr or SpecialType.System_UIntPtr;

    /// <summary>Whether the constant is of the type: of the very enum, or a number that fits.</summary>
    public static bool Takes(this ITypeSymbol type, TypedConstant constant)
        => (constant.Kind == TypedConstantKind.Enum || !type.IsEnum()) && ConstantReader.Expression(constant, type) is not null;

    public static bool IsFlagsEnum(this ITypeSymbol type)
        => type.IsEnum() && type.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: "FlagsAttribute", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } });
}
