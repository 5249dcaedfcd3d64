using System.Collections.Generic;
using System.Linq;
using IoctlSharp.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IoctlSharp.Generator.Reading;

/// <summary>Reads where a type stands.</summary>
public static class HierarchyReader
{
    public static HierarchyModel Read(INamedTypeSymbol type)
    {
        List<string> types = [];
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
            types.Insert(0, Head(current));

        return new HierarchyModel(Namespace(type), types, HintName(type));
    }

    /// <summary>Whether every containing type can be opened again; reports the first that cannot.</summary>
    public static bool CanReopen(INamedTypeSymbol type, DiagnosticSink? sink)
    {
        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            if (!IsPartial(outer))
            {
                // A declaration itself, it says so itself.
                if (!outer.IsKernelType() && outer.FindByFullName(KnownNames.IoctlGroup) is null)
                    sink?.Report(DeclarationFault.ContainingTypeIsNotPartial, outer.Place(), outer.Name, type.Name);
                return false;
            }
        }

        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            if (current.IsFileLocal)
            {
                sink?.Report(DeclarationFault.TypeIsFileLocal, current.Place(), current.Name);
                return false;
            }
        }

        return true;
    }

    public static bool IsPartial(INamedTypeSymbol type)
        => type.DeclaringSyntaxReferences
            .Select(reference => reference.GetSyntax())
            .All(syntax => syntax is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
            && !type.DeclaringSyntaxReferences.IsEmpty;

    public static bool IsDocumented(ISymbol symbol)
        => symbol.DeclaringSyntaxReferences.Any(reference => HasDocumentation(reference.GetSyntax()));

    /// <summary>Whether the user wrote remarks: those of all parts of a type stand one behind the other, and two are one too many.</summary>
    public static bool HasRemarks(ISymbol symbol)
        => symbol.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax().GetLeadingTrivia()
            .Any(trivia => IsDocumentation(trivia) && trivia.ToFullString().Contains("<remarks")));

    /// <summary>Whether this node is the first that carries the attribute: a type that carries it twice is emitted once.</summary>
    public static bool IsFirstWith(INamedTypeSymbol type, string attributeFullName, SyntaxNode node)
        => type.FindByFullName(attributeFullName)?.ApplicationSyntaxReference is { } reference
            && reference.SyntaxTree == node.SyntaxTree
            && node.Span.Contains(reference.Span)
            && IsFirstOfItsName(type);

    /// <summary>
    /// Whether a type has a name that a file can have: none is missing (half-typed code, a method outside of every class), and no
    /// other declaration has the same (the compiler's error, but two files of one name would be an exception).
    /// </summary>
    public static bool IsFirstOfItsName(INamedTypeSymbol type)
    {
        for (INamespaceOrTypeSymbol current = type; current.ContainingSymbol is INamespaceOrTypeSymbol container; current = container)
        {
            if (!current.CanBeReferencedByName)
                return false;
            INamespaceOrTypeSymbol first = container.GetMembers(current.Name).OfType<INamespaceOrTypeSymbol>().First(sibling => sibling.MetadataName == current.MetadataName);
            if (!SymbolEqualityComparer.Default.Equals(first, current))
                return false;
        }

        return true;
    }

    /// <summary>The accessibility that a member beside the type can have at most.</summary>
    public static string Accessibility(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            if (current.DeclaredAccessibility is Microsoft.CodeAnalysis.Accessibility.Private or Microsoft.CodeAnalysis.Accessibility.Protected or Microsoft.CodeAnalysis.Accessibility.ProtectedAndInternal)
                return "private";
        }

        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            if (current.DeclaredAccessibility is not Microsoft.CodeAnalysis.Accessibility.Public)
                return "internal";
        }

        return "public";
    }

    /// <summary>A name as an identifier. Of the contextual keywords only those that mean something where emitted code puts names.</summary>
    public static string Escape(string name)
        => SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || name is "await" or "field" or "nameof" or "partial" or "record" or "required" or "scoped" or "file" or "value" or "var" or "extension" ? "@" + name : name;

    private static bool HasDocumentation(SyntaxNode node) => node.GetLeadingTrivia().Any(IsDocumentation);

    private static bool IsDocumentation(SyntaxTrivia trivia)
        => trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineDocumentationCommentTrivia);

    public static string Namespace(INamedTypeSymbol type)
    {
        List<string> names = [];
        for (INamespaceSymbol? current = type.ContainingNamespace; current is { IsGlobalNamespace: false }; current = current.ContainingNamespace)
            names.Insert(0, Escape(current.Name));
        return string.Join(".", names);
    }

    private static string Head(INamedTypeSymbol type)
    {
        string keyword = type switch
        {
            { TypeKind: TypeKind.Interface } => "interface",
            { TypeKind: TypeKind.Struct, IsRecord: true } => "record struct",
            { TypeKind: TypeKind.Struct } => "struct",
            { IsRecord: true } => "record",
            _ => "class",
        };
        string parameters = type.TypeParameters.IsEmpty ? "" : $"<{string.Join(", ", type.TypeParameters.Select(parameter => Escape(parameter.Name)))}>";
        return $"{(type.IsStatic ? "static " : "")}partial {keyword} {Escape(type.Name)}{parameters}";
    }

    // The compiler compares hint names without case, and throws on the second of two equal ones.
    private static string HintName(INamedTypeSymbol type)
    {
        List<string> names = [];
        bool isAmbiguous = false;
        for (INamespaceOrTypeSymbol current = type; current is not INamespaceSymbol { IsGlobalNamespace: true }; current = (INamespaceOrTypeSymbol)current.ContainingSymbol)
        {
            names.Insert(0, FileNamePart(current.MetadataName));
            isAmbiguous |= HasSiblingInOtherCase(current);
            if (current.ContainingSymbol is not INamespaceOrTypeSymbol)
                break;
        }

        string name = string.Join(".", names);
        return isAmbiguous ? $"{name}.{Hash(name):x8}.g.cs" : $"{name}.g.cs";
    }

    /// <summary>
    /// A name as a part of a file's name, where the compiler takes none of the characters by which metadata marks generic and file-local types.
    /// No identifier has a minus: <c>Outer&lt;T&gt;</c> is not <c>Outer_1</c>.
    /// </summary>
    public static string FileNamePart(string name)
        => new(name.Select(character => SyntaxFacts.IsIdentifierPartCharacter(character) || character == '.' ? character : '-').ToArray());

    private static bool HasSiblingInOtherCase(INamespaceOrTypeSymbol symbol)
        => symbol.ContainingSymbol is INamespaceOrTypeSymbol container
            && container.GetMembers().OfType<INamespaceOrTypeSymbol>().Any(sibling
                => sibling.MetadataName != symbol.MetadataName && string.Equals(sibling.MetadataName, symbol.MetadataName, System.StringComparison.OrdinalIgnoreCase));

    // FNV-1a: stable between runs, unlike string.GetHashCode.
    private static uint Hash(string text)
    {
        uint hash = 2166136261;
        foreach (char character in text)
            hash = unchecked((hash ^ character) * 16777619);
        return hash;
    }
}
