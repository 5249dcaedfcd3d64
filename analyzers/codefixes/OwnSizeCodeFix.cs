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

/// <summary>Measures the struct itself where another one is measured, or a number stands.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class OwnSizeCodeFix : NodeCodeFix<ExpressionSyntax>
{
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleIds.ArgSizeIsOfAnother);

    protected override IEnumerable<Replacement> Replacements(ExpressionSyntax node, SemanticModel model, Diagnostic diagnostic)
    {
        if (node.Parent is not AssignmentExpressionSyntax assignment || model.GetSymbolInfo(assignment.Left).Symbol is not IFieldSymbol field
            || model.Compilation.GetTypeByMetadataName("System.Runtime.InteropServices.Marshal") is not { } marshal)
            yield break;
        string type = field.ContainingType.ToMinimalDisplayString(model, node.SpanStart);
        TypeSyntax? measured = node.DescendantNodesAndSelf().OfType<SizeOfExpressionSyntax>().FirstOrDefault()?.Type
            ?? node.DescendantNodesAndSelf().OfType<TypeOfExpressionSyntax>().FirstOrDefault()?.Type
            ?? node.DescendantNodesAndSelf().OfType<GenericNameSyntax>().FirstOrDefault(name => name.Identifier.ValueText == "SizeOf")?.TypeArgumentList.Arguments[0];
        // A number becomes no sizeof: the code may not be unsafe.
        (ExpressionSyntax old, ExpressionSyntax own) = measured is not null
            ? (measured, SyntaxFactory.ParseTypeName(type))
            : (node, SyntaxFactory.ParseExpression($"({field.Type.ToMinimalDisplayString(model, node.SpanStart)}){marshal.ToMinimalDisplayString(model, node.SpanStart)}.SizeOf<{type}>()"));
        yield return new Replacement($"Write the size of '{type}'", "Type", old, own.WithTriviaFrom(old));
    }
}
