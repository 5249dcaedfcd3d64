using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using IoctlSharp.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IoctlSharp.CodeFixes;

/// <summary>Takes negative file descriptors alone for failures.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ZeroDescriptorCodeFix : NodeCodeFix<ExpressionSyntax>
{
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleIds.FdZeroIsTreatedAsFailure);

    protected override IEnumerable<Replacement> Replacements(ExpressionSyntax node, SemanticModel model, Diagnostic diagnostic)
    {
        if (diagnostic.Properties.TryGetValue("Instead", out string? instead) && instead is not null)
            yield return new Replacement(instead.EndsWith("< 0") ? "Test for less than 0" : "Test for 0 or more", "Zero", node, SyntaxFactory.ParseExpression(instead).WithTriviaFrom(node));
    }
}
