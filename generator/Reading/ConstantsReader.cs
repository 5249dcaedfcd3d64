using System.Collections.Generic;
using System.Linq;
using IoctlSharp.Generator.Model;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Generator.Reading;

/// <summary>Reads a <c>[KernelConstants]</c> enum.</summary>
public static class ConstantsReader
{
    public static ConstantsModel? Read(INamedTypeSymbol type, DiagnosticSink? sink)
    {
        AttributeData? attribute = type.FindByFullName(KnownNames.KernelConstants);
        if (attribute is null || attribute.IsHalfTyped())
            return null;
        if (string.IsNullOrEmpty(attribute.Argument<string>(0)))
        {
            sink?.Report(DeclarationFault.ConstantsPrefixIsEmpty, attribute.Place(type), type.Name);
            return null;
        }

        // A class of constants gets no other part: only tools read it.
        if (type.TypeKind == TypeKind.Class)
            return null;
        if (!HasNames(type))
        {
            sink?.Report(DeclarationFault.ConstantsHaveNoNames, type.Place(), type.Name, NamesClass(type));
            return null;
        }

        return new ConstantsModel(
            HierarchyReader.Read(type),
            type.Text(),
            NamesClass(type),
            HierarchyReader.Accessibility(type),
            type.GetAttributes().Any(data => data.AttributeClass is { Name: "FlagsAttribute", ContainingNamespace.Name: "System" }),
            attribute.Named<string>("Header") ?? "",
            new EquatableArray<ConstantModel>(Members(type, attribute)));
    }

    /// <summary>The C name of a constant that stands in an enum or a class with that prefix.</summary>
    public static string CName(IFieldSymbol member, string prefix)
        => member.Find(KnownNames.CName)?.Argument<string>(0) is { Length: > 0 } stated ? stated : CNameEngine.Constant(prefix, member.Name);

    /// <summary>Whether a class of names is emitted beside the enum: not for one that a top-level class could not see, or whose names' name is taken.</summary>
    public static bool HasNames(INamedTypeSymbol type)
        => type is { TypeKind: TypeKind.Enum, IsFileLocal: false }
            && type.FindByFullName(KnownNames.KernelConstants)?.Argument<string>(0) is { Length: > 0 }
            && HierarchyReader.Accessibility(type) != "private"
            && !IsInGeneric(type)
            && (type.DeclaringSyntaxReferences.IsEmpty || type.ContainingNamespace.GetTypeMembers(NamesClass(type)).All(EmittedPartReader.IsEmitted));

    /// <summary>The class that holds an enum's C names: top-level, because only there are extension methods found.</summary>
    public static string NamesClass(INamedTypeSymbol type)
    {
        string name = type.Name + "Names";
        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
            name = outer.Name + name;
        return name;
    }

    /// <summary>That class as emitted code writes it.</summary>
    public static string NamesClassText(INamedTypeSymbol type)
    {
        string space = HierarchyReader.Namespace(type);
        return space.Length == 0 ? $"global::{NamesClass(type)}" : $"global::{space}.{NamesClass(type)}";
    }

    private static bool IsInGeneric(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            if (outer.IsGenericType || outer.IsFileLocal)
                return true;
        }

        return false;
    }

    private static IEnumerable<ConstantModel> Members(INamedTypeSymbol type, AttributeData attribute)
    {
        string prefix = attribute.Argument<string>(0) ?? "";
        HashSet<ulong> seen = [];
        foreach (IFieldSymbol member in type.GetMembers().OfType<IFieldSymbol>())
        {
            // Two names of one value print as the first.
            if (ConstantReader.Bits(member.ConstantValue) is { } value && seen.Add(value))
                yield return new ConstantModel(HierarchyReader.Escape(member.Name), CName(member, prefix), value);
        }
    }
}
