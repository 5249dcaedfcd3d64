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

/// <summary>Adds <c>partial</c> to a type and the types around it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class PartialCodeFix : NodeCodeFix<TypeDeclarationSyntax>
{
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.TypeIsNotPartial, RuleIds.ContainingTypeIsNotPartial];

    protected override IEnumerable<Replacement> Replacements(TypeDeclarationSyntax node, SemanticModel model, Diagnostic diagnostic)
    {
        // Whoever nests types has them all to make partial; the rule names the innermost first.
        TypeDeclarationSyntax[] closed = node.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Where(type => !type.Modifiers.Any(SyntaxKind.PartialKeyword)).ToArray();
        if (closed.Length == 0)
            yield break;
        TypeDeclarationSyntax outermost = closed[closed.Length - 1];
        yield return new Replacement($"Make '{node.Identifier.ValueText}' partial", "", outermost, outermost.ReplaceNodes(closed, (_, type) => type.With(SyntaxKind.PartialKeyword)));
    }
}
