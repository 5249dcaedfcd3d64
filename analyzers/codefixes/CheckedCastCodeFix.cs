using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using IoctlSharp.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IoctlSharp.CodeFixes;

/// <summary>Has the runtime throw where a cast would lose something.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class CheckedCastCodeFix : NodeCodeFix<CastExpressionSyntax>
{
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.KernelValueIsNarrowed];

    protected override IEnumerable<Replacement> Replacements(CastExpressionSyntax node, SemanticModel model, Diagnostic diagnostic)
    {
        yield return new Replacement("Check that it fits", "", node, SyntaxFactory.ParseExpression($"checked({node.WithoutTrivia()})").WithTriviaFrom(node));
    }
}
