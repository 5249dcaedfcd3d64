using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using IoctlSharp.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IoctlSharp.CodeFixes;

/// <summary>Makes a private enum internal, so that the class of its C names can see it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ConstantsAccessCodeFix : NodeCodeFix<EnumDeclarationSyntax>
{
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.ConstantsHaveNoNames];

    protected override IEnumerable<Replacement> Replacements(EnumDeclarationSyntax node, SemanticModel model, Diagnostic diagnostic)
    {
        // The types around it have to be seen as well, and the name of the class must be free.
        if (model.GetDeclaredSymbol(node) is not { DeclaredAccessibility: Accessibility.Private } type
            || !Around(type).All(outer => outer is { IsGenericType: false, IsFileLocal: false, DeclaredAccessibility: Accessibility.Public or Accessibility.Internal })
            || type.ContainingNamespace.GetTypeMembers(type.Name + "Names").Length > 0)
            yield break;
        yield return new Replacement($"Make '{type.Name}' internal", "", node, node.Without(SyntaxKind.PrivateKeyword).With(SyntaxKind.InternalKeyword));
    }

    private static IEnumerable<INamedTypeSymbol> Around(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
            yield return outer;
    }
}
