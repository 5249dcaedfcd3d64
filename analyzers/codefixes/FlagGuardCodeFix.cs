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

/// <summary>Reads a field only when its flag is set, and zero otherwise.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class FlagGuardCodeFix : NodeCodeFix<MemberAccessExpressionSyntax>
{
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.FieldIsReadWithoutItsFlag];

    protected override IEnumerable<Replacement> Replacements(MemberAccessExpressionSyntax node, SemanticModel model, Diagnostic diagnostic)
    {
        // The holder is read twice: a call would be made twice. A pattern names the field alone.
        if (node.Span != diagnostic.Location.SourceSpan || node.Expression.DescendantNodesAndSelf().Any(part => part is not (IdentifierNameSyntax or MemberAccessExpressionSyntax or ThisExpressionSyntax)))
            yield break;
        if (diagnostic.Properties.TryGetValue("Field", out string? field) && diagnostic.Properties.TryGetValue("Flag", out string? flag))
        {
            ExpressionSyntax guarded = SyntaxFactory.ParseExpression($"(({node.Expression.WithoutTrivia()}.{field} & {flag}) != 0 ? {node.WithoutTrivia()} : default)");
            yield return new Replacement($"Read it only with {flag}", "", node, guarded.WithTriviaFrom(node));
        }
    }
}
