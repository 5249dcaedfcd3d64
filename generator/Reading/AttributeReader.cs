using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Generator.Reading;

/// <summary>Reads attributes of the vocabulary, tolerating whatever half-typed code holds.</summary>
public static class AttributeReader
{
    /// <summary>Whether <paramref name="type"/> is <c>IoctlSharp.name</c>.</summary>
    public static bool IsOurs(this ITypeSymbol? type, string name)
        => type is { ContainingType: null, ContainingNamespace: { Name: KnownNames.Namespace, ContainingNamespace.IsGlobalNamespace: true } } && type.Name == name;

    // Asked of every method that a project calls: nothing here may allocate.
    public static AttributeData? Find(this ISymbol symbol, string name)
    {
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass.IsOurs(name))
                return attribute;
        }

        return null;
    }

    public static AttributeData? Find(this IEnumerable<AttributeData> attributes, string name) => attributes.FirstOrDefault(attribute => attribute.AttributeClass.IsOurs(name));

    public static IEnumerable<AttributeData> FindAll(this ISymbol symbol, string name) => symbol.GetAttributes().Where(attribute => attribute.AttributeClass.IsOurs(name));

    public static bool Has(this ISymbol symbol, string name) => Find(symbol, name) is not null;

    public static AttributeData? FindByFullName(this ISymbol symbol, string fullName)
    {
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { } type && fullName.EndsWith(type.Name, StringComparison.Ordinal) && fullName.Length == KnownNames.Namespace.Length + 1 + type.Name.Length && type.IsOurs(type.Name))
                return attribute;
        }

        return null;
    }

    /// <summary>The value of a constructor argument; the default when it is missing or not of that type.</summary>
    public static T? Argument<T>(this AttributeData attribute, int index)
        => index < attribute.ConstructorArguments.Length ? Value<T>(attribute.ConstructorArguments[index]) : default;

    /// <summary>The value of a named argument; the default when it is missing or not of that type.</summary>
    public static T? Named<T>(this AttributeData attribute, string name) => Value<T>(attribute.NamedConstant(name));

    public static TypedConstant NamedConstant(this AttributeData attribute, string name)
        => attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value;

    public static bool HasNamed(this AttributeData attribute, string name) => attribute.NamedArguments.Any(argument => argument.Key == name);

    /// <summary>Whether the compiler has not bound it: what is missing is the compiler's business.</summary>
    public static bool IsHalfTyped(this AttributeData attribute) => attribute.AttributeConstructor is null;

    public static Location? Place(this AttributeData attribute, ISymbol owner)
        => attribute.ApplicationSyntaxReference is { } reference ? Location.Create(reference.SyntaxTree, reference.Span) : owner.Place();

    public static Location? Place(this ISymbol symbol) => symbol.Locations.FirstOrDefault(location => location.IsInSource) ?? symbol.Locations.FirstOrDefault();

    private static T? Value<T>(TypedConstant constant)
        => constant.Kind is not (TypedConstantKind.Array or TypedConstantKind.Error) && constant.Value is T value ? value : default;
}
