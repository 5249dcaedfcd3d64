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

/// <summary>Passes a struct by <c>in</c>, <c>ref</c> or <c>out</c>: who reads and who writes is the user's to say.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class PassingCodeFix : NodeCodeFix<ParameterSyntax>
{
    private static readonly (SyntaxKind Modifier, string Meaning)[] s_forms =
    [
        (SyntaxKind.InKeyword, "the kernel reads it"),
        (SyntaxKind.OutKeyword, "the kernel writes it"),
        (SyntaxKind.RefKeyword, "the kernel reads and writes it"),
    ];

    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.StructIsPassedByValue];

    protected override IEnumerable<Replacement> Replacements(ParameterSyntax node, SemanticModel model, Diagnostic diagnostic)
    {
        // A parameter with a modifier or a default value cannot simply get another.
        if (node.Modifiers.Any() || node.Default is not null || node.Type is null)
            yield break;
        foreach ((SyntaxKind modifier, string meaning) in s_forms)
        {
            SyntaxToken token = SyntaxFactory.Token(modifier).WithLeadingTrivia(node.Type.GetLeadingTrivia()).WithTrailingTrivia(SyntaxFactory.Space);
            ParameterSyntax passed = node.WithType(node.Type.WithoutLeadingTrivia()).WithModifiers(SyntaxFactory.TokenList(token));
            yield return new Replacement($"Pass it by '{token.ValueText}': {meaning}", token.ValueText, node, passed);
        }
    }
}
