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

/// <summary>Borrows a descriptor from its handle, which cannot close while it is lent.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class BorrowedFdCodeFix : NodeCodeFix<InvocationExpressionSyntax>
{
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleIds.HandleIsNotKeptAlive);

    protected override IEnumerable<Replacement> Replacements(InvocationExpressionSyntax node, SemanticModel model, Diagnostic diagnostic)
    {
        // A handle that is made for this alone would be lent by nobody.
        if (node.Expression is not MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax handle }
            || node.FirstAncestorOrSelf<StatementSyntax>() is not { Parent: BlockSyntax block } statement || statement is not (ExpressionStatementSyntax or ReturnStatementSyntax or LocalDeclarationStatementSyntax))
            yield break;
        string name = handle.Identifier.ValueText.TrimStart('_') + "Fd";
        bool isTaken = !model.LookupSymbols(block.SpanStart, name: name).IsEmpty || block.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name);
        bool isTwice = block.DescendantNodes().OfType<InvocationExpressionSyntax>().Count(call => call.Expression.ToString() == node.Expression.ToString()) > 1;
        if (isTaken || isTwice || IsSuspended(block))
            yield break;
        StatementSyntax borrowing = SyntaxFactory.ParseStatement($"using IoctlSharp.BorrowedFd {name} = new({handle});").WithLeadingTrivia(statement.GetLeadingTrivia()).WithTrailingTrivia(SyntaxFactory.EndOfLine(EndOfLine(block)));
        ExpressionSyntax number = Number(node);
        StatementSyntax lent = statement.ReplaceNode(number, SyntaxFactory.ParseExpression(name + ".Value").WithTriviaFrom(number));
        lent = lent.WithLeadingTrivia(lent.GetLeadingTrivia().Where(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Take(1));
        yield return new Replacement("Borrow the descriptor", "", block, block.WithStatements(block.Statements.ReplaceRange(statement, [borrowing, lent])));
    }

    // With the conversions to int, which the borrowed one is.
    private static ExpressionSyntax Number(ExpressionSyntax value) => value.Parent switch
    {
        CastExpressionSyntax cast => Number(cast),
        ParenthesizedExpressionSyntax parenthesized => Number(parenthesized),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToInt32" or "ToInt64", Parent: InvocationExpressionSyntax call } => Number(call),
        _ => value,
    };

    // What lives on the stack cannot be kept over an await.
    private static bool IsSuspended(BlockSyntax block)
        => block.DescendantNodes().Any(node => node is AwaitExpressionSyntax or YieldStatementSyntax)
            || block.Ancestors().Any(node => node is MethodDeclarationSyntax { Modifiers: var modifiers } && modifiers.Any(SyntaxKind.AsyncKeyword));

    private static string EndOfLine(BlockSyntax block) => block.DescendantTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)) is { RawKind: not 0 } line ? line.ToString() : "\n";
}
