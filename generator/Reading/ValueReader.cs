using Microsoft.CodeAnalysis;

namespace IoctlSharp.Generator.Reading;

/// <summary>How a by-value argument becomes the unsigned long of the ioctl.</summary>
public static class ValueReader
{
    /// <summary>A format with <c>{0}</c> for the parameter; null for a type that cannot be the argument on every ABI.</summary>
    public static string? Conversion(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { TypeKind: TypeKind.Enum, EnumUnderlyingType: { } underlying }
            => Conversion(underlying) is { } inner ? inner.Replace("{0}", $"({underlying.Text()}){{0}}") : null,
        IPointerTypeSymbol or IFunctionPointerTypeSymbol => "(nuint){0}",
        _ => type.SpecialType switch
        {
            // C passes an int sign-extended.
            SpecialType.System_SByte or SpecialType.System_Int16 or SpecialType.System_Int32 or SpecialType.System_IntPtr => "unchecked((nuint)(nint){0})",
            SpecialType.System_Byte or SpecialType.System_UInt16 or SpecialType.System_UInt32 => "(nuint){0}",
            SpecialType.System_UIntPtr => "{0}",
            _ => null,
        },
    };
}
