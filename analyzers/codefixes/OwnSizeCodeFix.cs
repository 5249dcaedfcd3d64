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

/// <summary>Measures the struct itself where another one is measured.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class OwnSizeCodeFix : NodeCodeFix<ExpressionSyntax>
{
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleIds.ArgSizeIsOfAnother);

    protected override IEnumerable<Replacement> Replacements(ExpressionSyntax node, SemanticModel model, Diagnostic diagnostic)
    {
        // A number becomes no sizeof: the code may not be unsafe.
        TypeSyntax? measured = node.DescendantNodesAndSelf().OfType<SizeOfExpressionSyntax>().FirstOrDefault()?.Type
            ?? node.DescendantNodesAndSelf().OfType<TypeOfExpressionSyntax>().FirstOrDefault()?.Type
            ?? node.DescendantNodesAndSelf().OfType<GenericNameSyntax>().FirstOrDefault(name => name.Identifier.ValueText == "SizeOf")?.TypeArgumentList.Arguments[0];
        if (measured is not null && diagnostic.Properties.TryGetValue("Type", out string? type) && type is not null)
            yield return new Replacement($"Write the size of '{type}'", "Type", measured, SyntaxFactory.ParseTypeName(type).WithTriviaFrom(measured));
    }
}
