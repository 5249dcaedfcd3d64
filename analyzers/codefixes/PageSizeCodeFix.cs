using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using IoctlSharp.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IoctlSharp.CodeFixes;

/// <summary>Asks the system for the size of a page.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class PageSizeCodeFix : NodeCodeFix<ExpressionSyntax>
{
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.PageSizeIsAssumed];

    protected override IEnumerable<Replacement> Replacements(ExpressionSyntax node, SemanticModel model, Diagnostic diagnostic)
    {
        if (!diagnostic.Properties.TryGetValue("Type", out string? type) || !diagnostic.Properties.TryGetValue("Value", out string? value))
            yield break;
        if (value is "<<" or ">>" && node is not BinaryExpressionSyntax)
            yield break;
        string page = type == "int" ? "System.Environment.SystemPageSize" : $"({type})System.Environment.SystemPageSize";
        // A name for the number may be used elsewhere; its definition is not ours to change.
        string text = value switch
        {
            "4096" => page,
            "4095" => $"({page} - 1)",
            "<<" or ">>" => $"{Factor(((BinaryExpressionSyntax)node).Left)} {(value == "<<" ? "*" : "/")} {page}",
            _ => $"~({page} - 1)",
        };
        yield return new Replacement("Ask the system for the size of a page", "", node, SyntaxFactory.ParseExpression(text).WithTriviaFrom(node));
    }

    // What was shifted, as what is multiplied.
    private static string Factor(ExpressionSyntax left)
        => left is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression or (int)SyntaxKind.SubtractExpression or (int)SyntaxKind.LeftShiftExpression or (int)SyntaxKind.RightShiftExpression }
            ? $"({left.WithoutTrivia()})"
            : left.WithoutTrivia().ToString();
}
