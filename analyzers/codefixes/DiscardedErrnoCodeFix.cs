using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using IoctlSharp.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IoctlSharp.CodeFixes;

/// <summary>Calls the form that throws where nobody looks at the error of the other.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class DiscardedErrnoCodeFix : NodeCodeFix<InvocationExpressionSyntax>
{
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleIds.ErrnoIsDiscarded);

    protected override IEnumerable<Replacement> Replacements(InvocationExpressionSyntax node, SemanticModel model, Diagnostic diagnostic)
    {
        if (!diagnostic.Properties.TryGetValue("Throwing", out string? name) || name is null)
            yield break;
        SimpleNameSyntax? called = node.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name,
            MemberBindingExpressionSyntax binding => binding.Name,
            IdentifierNameSyntax identifier => identifier,
            _ => null,
        };
        if (called is IdentifierNameSyntax)
            yield return new Replacement("Call the form that throws", "Throwing", called, SyntaxFactory.IdentifierName(name).WithTriviaFrom(called));
    }
}
