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

/// <summary>Makes an auto-property of a kernel struct the field that it hides, at the same place of the layout.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class HiddenFieldCodeFix : NodeCodeFix<PropertyDeclarationSyntax>
{
    private static readonly SyntaxKind[] s_kept = [SyntaxKind.PublicKeyword, SyntaxKind.InternalKeyword, SyntaxKind.PrivateKeyword, SyntaxKind.ProtectedKeyword, SyntaxKind.NewKeyword, SyntaxKind.RequiredKeyword];

    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.FieldIsHidden];

    protected override IEnumerable<Replacement> Replacements(PropertyDeclarationSyntax node, SemanticModel model, Diagnostic diagnostic)
    {
        // An interface asks for the property, and an initializer for a constructor.
        if (node is not { ExplicitInterfaceSpecifier: null, Initializer: null, AccessorList: { } accessors, AttributeLists.Count: 0 }
            || model.GetDeclaredSymbol(node) is not { ContainingType: { } type } property
            || type.AllInterfaces.SelectMany(offered => offered.GetMembers()).Any(member => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), property))
            || !node.Modifiers.All(modifier => s_kept.Contains(modifier.Kind()))
            || !accessors.Accessors.All(accessor => accessor is { Body: null, ExpressionBody: null, AttributeLists.Count: 0 }))
            yield break;
        VariableDeclarationSyntax variable = SyntaxFactory.VariableDeclaration(node.Type, SyntaxFactory.SingletonSeparatedList(SyntaxFactory.VariableDeclarator(node.Identifier.WithTrailingTrivia())));
        FieldDeclarationSyntax field = SyntaxFactory.FieldDeclaration(default, node.Modifiers, variable, SyntaxFactory.Token(SyntaxKind.SemicolonToken))
            .WithLeadingTrivia(node.GetLeadingTrivia()).WithTrailingTrivia(node.GetTrailingTrivia());
        yield return new Replacement($"Make '{node.Identifier.ValueText}' a field", "", node, field);
    }
}
