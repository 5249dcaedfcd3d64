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
public sealed class ZeroDescriptorCodeFix : NodeCodeFix<BinaryExpressionSyntax>
{
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleIds.FdZeroIsTreatedAsFailure);

    protected override IEnumerable<Replacement> Replacements(BinaryExpressionSyntax node, SemanticModel model, Diagnostic diagnostic)
    {
        bool isFailure = node.Kind() is SyntaxKind.EqualsExpression or SyntaxKind.LessThanOrEqualExpression;
        (SyntaxKind expression, SyntaxKind token) = isFailure
            ? (SyntaxKind.LessThanExpression, SyntaxKind.LessThanToken)
            : (SyntaxKind.GreaterThanOrEqualExpression, SyntaxKind.GreaterThanEqualsToken);
        yield return new Replacement(
            isFailure ? "Test for less than 0" : "Test for 0 or more",
            "Zero",
            node,
            SyntaxFactory.BinaryExpression(expression, node.Left, SyntaxFactory.Token(token).WithTriviaFrom(node.OperatorToken), node.Right));
    }
}
