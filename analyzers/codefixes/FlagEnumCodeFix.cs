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

/// <summary>Writes the flag of the same name of the enum that is wanted.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class FlagEnumCodeFix : NodeCodeFix<CastExpressionSyntax>
{
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.FlagIsOfAnotherEnum];

    protected override IEnumerable<Replacement> Replacements(CastExpressionSyntax node, SemanticModel model, Diagnostic diagnostic)
    {
        ExpressionSyntax operand = node.Expression;
        while (operand is CastExpressionSyntax or ParenthesizedExpressionSyntax)
            operand = operand is CastExpressionSyntax cast ? cast.Expression : ((ParenthesizedExpressionSyntax)operand).Expression;
        if (model.GetSymbolInfo(operand).Symbol is IFieldSymbol flag && model.GetTypeInfo(node).Type is INamedTypeSymbol { TypeKind: TypeKind.Enum } type
            && type.GetMembers(flag.Name).OfType<IFieldSymbol>().Any())
        {
            yield return new Replacement($"Use '{type.Name}.{flag.Name}'", "", node, SyntaxFactory.ParseExpression($"{node.Type.WithoutTrivia()}.{flag.Name}").WithTriviaFrom(node));
        }
    }
}
