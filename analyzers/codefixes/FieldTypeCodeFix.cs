using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using IoctlSharp.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IoctlSharp.CodeFixes;

/// <summary>Gives a field the type that the kernel means: <c>bool</c> is <c>__u8</c>, <c>char</c> is <c>__u16</c>, an <c>int</c> size is <c>__u32</c>, a word of bits is unsigned.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class FieldTypeCodeFix : NodeCodeFix<FieldDeclarationSyntax>
{
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.FieldTypeIsNotFixedWidth, RuleIds.ArgSizeIsNotUInt, RuleIds.CapabilityOffsetIsNotUInt, RuleIds.BitsNeedUnsignedWord, RuleIds.TailCountIsNotInteger];

    protected override IEnumerable<Replacement> Replacements(FieldDeclarationSyntax node, SemanticModel model, Diagnostic diagnostic)
    {
        TypeSyntax type = node.Declaration.Type;
        SyntaxKind? better = (model.GetTypeInfo(type).Type?.SpecialType, diagnostic.Id) switch
        {
            (SpecialType.System_Boolean, RuleIds.FieldTypeIsNotFixedWidth) => SyntaxKind.ByteKeyword,
            (SpecialType.System_Char, RuleIds.FieldTypeIsNotFixedWidth) => SyntaxKind.UShortKeyword,
            // Another width would move the fields behind it: for the user to decide.
            (SpecialType.System_Int32, RuleIds.ArgSizeIsNotUInt or RuleIds.CapabilityOffsetIsNotUInt) => SyntaxKind.UIntKeyword,
            (SpecialType.System_SByte, RuleIds.BitsNeedUnsignedWord) => SyntaxKind.ByteKeyword,
            (SpecialType.System_Int16, RuleIds.BitsNeedUnsignedWord) => SyntaxKind.UShortKeyword,
            (SpecialType.System_Int32, RuleIds.BitsNeedUnsignedWord) => SyntaxKind.UIntKeyword,
            (SpecialType.System_Int64, RuleIds.BitsNeedUnsignedWord or RuleIds.TailCountIsNotInteger) => SyntaxKind.ULongKeyword,
            _ => null,
        };
        if (better is { } keyword)
        {
            TypeSyntax typed = SyntaxFactory.PredefinedType(SyntaxFactory.Token(keyword)).WithTriviaFrom(type);
            yield return new Replacement($"Make it a {SyntaxFacts.GetText(keyword)}", SyntaxFacts.GetText(keyword), type, typed);
        }
    }
}
