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

/// <summary>Gives the caught exception to the one that is thrown instead.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class InnerExceptionCodeFix : NodeCodeFix<CatchClauseSyntax>
{
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleIds.ErrorIsLostInCatch);

    protected override IEnumerable<Replacement> Replacements(CatchClauseSyntax node, SemanticModel model, Diagnostic diagnostic)
    {
        if (!diagnostic.Properties.TryGetValue("Inner", out string? takes) || takes is null || node.Declaration is not { } declaration)
            yield break;
        BaseObjectCreationExpressionSyntax? made = node.DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>().FirstOrDefault(item => item.Span == diagnostic.Location.SourceSpan);
        if (made?.ArgumentList is not { } arguments)
            yield break;
        bool hasName = !declaration.Identifier.IsKind(SyntaxKind.None);
        string name = hasName ? declaration.Identifier.Text : "exception";
        ArgumentSyntax inner = SyntaxFactory.Argument(SyntaxFactory.IdentifierName(name));
        if (arguments.Arguments.Count > 0)
            inner = inner.WithLeadingTrivia(SyntaxFactory.Space);
        CatchClauseSyntax changed = node.ReplaceNode(arguments, arguments.AddArguments(inner));
        if (!hasName)
            changed = changed.WithDeclaration(declaration.WithType(declaration.Type.WithTrailingTrivia(SyntaxFactory.Space)).WithIdentifier(SyntaxFactory.Identifier(name)));
        yield return new Replacement("Give the caught exception to the new one", "Inner", node, changed);
    }
}
