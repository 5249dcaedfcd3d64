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

/// <summary>Removes an assignment to a field that nobody has to write.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class UnwantedAssignmentCodeFix : NodeCodeFix<AssignmentExpressionSyntax>
{
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.ReservedFieldIsWritten, RuleIds.ArgSizeIsSetByCaller];

    protected override IEnumerable<Replacement> Replacements(AssignmentExpressionSyntax node, SemanticModel model, Diagnostic diagnostic)
    {
        // What else the assignment does, as in a condition or a call on its right, would go with it.
        if (node.Right.DescendantNodesAndSelf().Any(part => part is InvocationExpressionSyntax or AssignmentExpressionSyntax or PostfixUnaryExpressionSyntax or AwaitExpressionSyntax))
            yield break;
        if (node.Parent is ExpressionStatementSyntax { Parent: BlockSyntax } statement)
            yield return new Replacement("Remove the assignment", "", statement, null);
        else if (node.Parent is InitializerExpressionSyntax initializer)
            yield return new Replacement("Remove the assignment", "", initializer, Without(initializer, node));
    }

    // What stands behind the last one, up to the brace, stays behind the last one.
    private static InitializerExpressionSyntax Without(InitializerExpressionSyntax initializer, AssignmentExpressionSyntax assignment)
    {
        SeparatedSyntaxList<ExpressionSyntax> rest = initializer.Expressions.Remove(assignment);
        if (rest.Count > 0 && rest.SeparatorCount < rest.Count && initializer.Expressions.Last() == assignment)
            rest = rest.Replace(rest.Last(), rest.Last().WithTrailingTrivia(assignment.GetTrailingTrivia()));
        return initializer.WithExpressions(rest);
    }
}
