using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IoctlSharp.CodeFixes;

/// <summary>Writes one byte order on each bit-field of a word: one of those that are stated.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class BitsByteOrderCodeFix : NodeCodeFix<FieldDeclarationSyntax>
{
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.BitsByteOrderDiffers];

    protected override IEnumerable<Replacement> Replacements(FieldDeclarationSyntax node, SemanticModel model, Diagnostic diagnostic)
    {
        if (node.Declaration.Variables.Count != 1)
            yield break;
        AttributeSyntax[] bits = [.. node.AttributeLists.SelectMany(list => list.Attributes).Where(attribute => attribute.ArgumentList is not null && model.GetTypeInfo(attribute).Type.IsOurs(KnownNames.Bits))];
        foreach (AttributeArgumentSyntax order in bits.Select(Stated).Where(order => order is not null).GroupBy(order => order!.Expression.ToString()).Select(group => group.First()!))
            yield return new Replacement($"Write {order} on each", order.ToString(), node, node.ReplaceNodes(bits, (_, attribute) => With(attribute, order)));
    }

    private static AttributeArgumentSyntax? Stated(AttributeSyntax attribute)
        => attribute.ArgumentList!.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == "ByteOrder");

    private static AttributeSyntax With(AttributeSyntax attribute, AttributeArgumentSyntax order)
        => Stated(attribute) is { } stated
            ? attribute.ReplaceNode(stated, order.WithTriviaFrom(stated))
            : attribute.WithArgumentList(attribute.ArgumentList!.AddArguments(order.WithoutTrivia().WithLeadingTrivia(SyntaxFactory.Space)));
}
