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

/// <summary>Fills a storage word with unnamed bits.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class BitsCodeFix : NodeCodeFix<FieldDeclarationSyntax>
{
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.BitsDoNotFillWord];

    protected override IEnumerable<Replacement> Replacements(FieldDeclarationSyntax node, SemanticModel model, Diagnostic diagnostic)
    {
        if (node.Declaration.Variables.Count != 1 || model.GetDeclaredSymbol(node.Declaration.Variables[0]) is not IFieldSymbol field)
            yield break;
        AttributeData[] bits = field.GetAttributes().Where(attribute => attribute.AttributeClass?.Name == "BitsAttribute").ToArray();
        int[] widths = bits.Select(attribute => attribute.ConstructorArguments.Length == 2 && attribute.ConstructorArguments[1].Value is int width ? width : 0).ToArray();
        int rest = Width(field.Type) - widths.Sum();
        if (rest <= 0 || widths.Any(width => width <= 0) || bits[bits.Length - 1].ApplicationSyntaxReference?.GetSyntax() is not AttributeSyntax last)
            yield break;

        // The byte order is the word's: every attribute of it states the same.
        string order = last.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == "ByteOrder") is { } stated ? ", " + stated : "";
        AttributeSyntax unnamed = last.WithArgumentList(SyntaxFactory.ParseAttributeArgumentList($"(\"\", {rest}{order})")).WithLeadingTrivia(SyntaxFactory.Space);
        AttributeListSyntax list = (AttributeListSyntax)last.Parent!;
        AttributeListSyntax longer = list.WithAttributes(list.Attributes.Insert(list.Attributes.IndexOf(last) + 1, unnamed));
        yield return new Replacement($"Add {rest} unnamed {(rest == 1 ? "bit" : "bits")}", "", list, longer);
    }

    private static int Width(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Byte => 8,
        SpecialType.System_UInt16 => 16,
        SpecialType.System_UInt32 => 32,
        SpecialType.System_UInt64 => 64,
        _ => 0,
    };
}
