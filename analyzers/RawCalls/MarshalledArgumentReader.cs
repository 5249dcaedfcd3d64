using System.Linq;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.RawCalls;

/// <summary>
/// Reads what the marshaller makes of an ioctl's argument. A blittable class is pinned, and a copy that comes back is as good as the struct itself: there is
/// nothing to say of either.
/// </summary>
internal static class MarshalledArgumentReader
{
    private const uint KernelWrites = 2u << 30;

    /// <summary>What is wrong with a parameter, whatever the command is; null for nothing.</summary>
    public static string? Fault(IParameterSymbol parameter)
    {
        // Who marshals by hand knows why.
        if (!IsPlainReference(parameter.Type) || Says(parameter, "MarshalAsAttribute") || Says(parameter, "MarshalUsingAttribute"))
            return null;
        if (parameter.RefKind != RefKind.None)
            return "of which the kernel gets the address of an address";
        return parameter.Type.SpecialType == SpecialType.System_Object || (IsOrdinaryClass(parameter.Type) && !HasLayout(parameter.Type))
            ? "which has no layout in C, so that the marshaller refuses it" : null;
    }

    /// <summary>What is wrong with the argument of a call whose command is known; null for nothing.</summary>
    public static string? Fault(IInvocationOperation call, uint? number, bool isKept)
    {
        if (call.TargetMethod.Parameters.ElementAtOrDefault(2) is not { } parameter || Says(parameter, "MarshalAsAttribute") || Fault(parameter) is not null)
            return null;
        bool isClass = IsOrdinaryClass(parameter.Type) && parameter.RefKind == RefKind.None;
        bool isCopied = isClass ? !IsBlittable(parameter.Type) : parameter.Type is { TypeKind: TypeKind.Struct, IsUnmanagedType: false };
        if (isKept && (isClass || isCopied))
            return "which the kernel writes to after the call too, when it is " + (isCopied ? "freed" : "no longer pinned");
        // [In] is what a class has that says nothing.
        return isClass && isCopied && (number & KernelWrites) != 0 && !Says(parameter, "OutAttribute") ? "of which the kernel fills a copy that nobody sees" : null;
    }

    private static bool Says(IParameterSymbol parameter, string attribute) => parameter.GetAttributes().Any(item => item.AttributeClass?.Name == attribute);

    private static bool IsPlainReference(ITypeSymbol type)
        => type is { IsReferenceType: true, TypeKind: TypeKind.Class } && !type.IsHandle() && type.Name != "StringBuilder";

    private static bool IsOrdinaryClass(ITypeSymbol type) => IsPlainReference(type) && type.SpecialType == SpecialType.None;

    private static bool HasLayout(ITypeSymbol type) => type.DeclaringSyntaxReferences.IsEmpty || ClrStructReader.StatedLayout((INamedTypeSymbol)type) is not null;

    private static bool IsBlittable(ITypeSymbol type)
    {
        for (INamedTypeSymbol? current = type as INamedTypeSymbol; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            if (ShapeReader.Fields(current).Any(field => PlainStructReader.SizeOf(field.Type) is null))
                return false;
        }

        return true;
    }
}
