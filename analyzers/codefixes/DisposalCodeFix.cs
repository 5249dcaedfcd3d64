using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using IoctlSharp.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IoctlSharp.CodeFixes;

/// <summary>Disposes a local at the end of its block, whatever is thrown.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class DisposalCodeFix : NodeCodeFix<LocalDeclarationStatementSyntax>
{
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleIds.ResourceIsNotDisposed);

    protected override IEnumerable<Replacement> Replacements(LocalDeclarationStatementSyntax node, SemanticModel model, Diagnostic diagnostic)
    {
        // C# takes no 'using' in a section of a switch.
        if (node is not { Parent: BlockSyntax, Declaration.Variables: { Count: 1 } variables } || variables[0].Identifier.Span != diagnostic.Location.SourceSpan)
            yield break;
        SyntaxToken keyword = SyntaxFactory.Token(node.GetLeadingTrivia(), SyntaxKind.UsingKeyword, SyntaxFactory.TriviaList(SyntaxFactory.Space));
        yield return new Replacement("Declare it with 'using'", "Using", node, node.WithLeadingTrivia().WithUsingKeyword(keyword));
    }
}
