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

/// <summary>Makes a group a static class, where nothing in it belongs to an object.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class StaticGroupCodeFix : NodeCodeFix<TypeDeclarationSyntax>
{
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.GroupIsNotStatic];

    protected override IEnumerable<Replacement> Replacements(TypeDeclarationSyntax node, SemanticModel model, Diagnostic diagnostic)
    {
        if (node is not ClassDeclarationSyntax { BaseList: null, ParameterList: null }
            || model.GetDeclaredSymbol(node) is not INamedTypeSymbol type
            || !type.GetMembers().All(member => member.IsStatic || member.IsImplicitlyDeclared || member is INamedTypeSymbol))
            yield break;
        yield return new Replacement(
            $"Make '{node.Identifier.ValueText}' static",
            "",
            node,
            node.Without(SyntaxKind.SealedKeyword, SyntaxKind.AbstractKeyword).With(SyntaxKind.StaticKeyword));
    }
}
