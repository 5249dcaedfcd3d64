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

/// <summary>Makes a method a static partial one without a body. A body that does something is left to its author.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class IoctlMethodCodeFix : NodeCodeFix<MethodDeclarationSyntax>
{
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.MethodIsNotStaticPartial, RuleIds.MethodHasBody];

    protected override IEnumerable<Replacement> Replacements(MethodDeclarationSyntax node, SemanticModel model, Diagnostic diagnostic)
    {
        if (!DoesNothing(node) || model.GetDeclaredSymbol(node) is { PartialImplementationPart: not null } or { PartialDefinitionPart: not null })
            yield break;
        MethodDeclarationSyntax made = node.Without(SyntaxKind.ExternKeyword, SyntaxKind.VirtualKeyword, SyntaxKind.AbstractKeyword, SyntaxKind.SealedKeyword);
        // Without an access modifier the compiler would drop the calls of a void method in silence.
        if (!made.HasAccess())
            made = made.With(SyntaxKind.InternalKeyword);
        made = made.With(SyntaxKind.StaticKeyword).With(SyntaxKind.PartialKeyword);
        if (made.Body is not null || made.ExpressionBody is not null)
        {
            SyntaxTriviaList trailing = made.GetTrailingTrivia();
            made = made.WithBody(null).WithExpressionBody(null)
                .WithParameterList(made.ParameterList.WithoutTrailingTrivia())
                .WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken).WithTrailingTrivia(trailing));
        }

        yield return new Replacement($"Make '{node.Identifier.ValueText}' a static partial method without a body", "", node, made);
    }

    private static bool DoesNothing(MethodDeclarationSyntax node)
        => (node.ExpressionBody is null or { Expression: ThrowExpressionSyntax or LiteralExpressionSyntax })
            && (node.Body is null || node.Body.Statements.All(statement => statement is ThrowStatementSyntax));
}
