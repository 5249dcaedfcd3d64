using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using IoctlSharp.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IoctlSharp.CodeFixes;

/// <summary>Removes <c>file</c>, <c>readonly</c> and <c>ref</c> from a type.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class OpenTypeCodeFix : NodeCodeFix<TypeDeclarationSyntax>
{
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.TypeIsFileLocal, RuleIds.StructIsRefOrReadOnly];

    protected override IEnumerable<Replacement> Replacements(TypeDeclarationSyntax node, SemanticModel model, Diagnostic diagnostic)
    {
        SyntaxKind[] closing = diagnostic.Id == RuleIds.TypeIsFileLocal ? [SyntaxKind.FileKeyword] : [SyntaxKind.ReadOnlyKeyword, SyntaxKind.RefKeyword];
        if (node.Without(closing) is var open && open.Modifiers.Count < node.Modifiers.Count)
            yield return new Replacement(diagnostic.Id == RuleIds.TypeIsFileLocal ? "Remove 'file'" : "Remove 'readonly' and 'ref'", diagnostic.Id, node, open);
    }
}
