using System.Collections.Generic;
using System.Linq;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.CodeFixes;

/// <summary>Finds the structs that a call sends: its parameters, its result, and what <c>[Ioctl]</c> names.</summary>
internal static class CallStructReader
{
    public static IReadOnlyList<INamedTypeSymbol> Structs(IMethodSymbol method)
    {
        IEnumerable<ITypeSymbol> named = method.GetAttributes().SelectMany(attribute => attribute.NamedArguments).Select(argument => argument.Value).Where(value => value.Kind == TypedConstantKind.Type).Select(value => value.Value).OfType<ITypeSymbol>();
        return [.. method.Parameters.Select(parameter => parameter.Type).Append(method.ReturnType).Concat(named)
            .Select(type => type is INamedTypeSymbol { TypeArguments.Length: 1 } generic ? generic.TypeArguments[0] : type)
            .OfType<INamedTypeSymbol>()
            .Where(type => type.IsKernelType())
            .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default)];
    }

    /// <summary>The fields of that name; a name with dots is of a struct nested in them, which is not followed.</summary>
    public static IReadOnlyList<IFieldSymbol> Fields(IMethodSymbol method, string name)
        => [.. Structs(method).SelectMany(type => type.GetMembers(name)).OfType<IFieldSymbol>().Where(field => !field.IsStatic)];

    /// <summary>The one field of that name; null where there is none, or several.</summary>
    public static IFieldSymbol? Field(IMethodSymbol method, string name) => Fields(method, name) is { Count: 1 } fields ? fields[0] : null;

    /// <summary>The field that <c>[Field]</c> or <c>[Preset]</c> names; null when it is not told.</summary>
    public static string? Named(AttributeData? attribute) => attribute?.Argument<string>(0);
}
