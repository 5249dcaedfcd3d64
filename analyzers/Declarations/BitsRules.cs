using System.Collections.Generic;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.Declarations;

/// <summary>The rules about bit-fields.</summary>
internal static class BitsRules
{
    private static readonly DiagnosticDescriptor s_bitsNeedUnsignedWord = new(
        RuleIds.BitsNeedUnsignedWord,
        "Bit-fields stand in an unsigned word",
        "'{0}.{1}' carries [Bits] but is of type '{2}': give it the unsigned storage word of the C bit-fields (byte, ushort, uint or ulong)",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.BitsNeedUnsignedWord));

    private static readonly DiagnosticDescriptor s_bitsDoNotFillWord = new(
        RuleIds.BitsDoNotFillWord,
        "Bit-fields name every bit of their word",
        "The [Bits] of '{0}.{1}' name {2} of {3} bits (each at least 1), and C counts from the other end on big-endian machines: name the rest too, with an empty name",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.BitsDoNotFillWord));

    private static readonly DiagnosticDescriptor s_bitsByteOrderDiffers = new(
        RuleIds.BitsByteOrderDiffers,
        "The bit-fields of a word have one byte order",
        "The [Bits] of '{0}.{1}' state different byte orders, but the word has one: write the same ByteOrder on each",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.BitsByteOrderDiffers));

    private static readonly DiagnosticDescriptor s_bitsTypeIsNotInteger = new(
        RuleIds.BitsTypeIsNotInteger,
        "A bit-field is an integer or an enum",
        "A [Bits] of '{0}.{1}' has the type '{2}', which bits cannot be cast to: use an integer or an enum",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.BitsTypeIsNotInteger));

    private static readonly DiagnosticDescriptor s_bitsLayoutDiffersFromC = new(
        RuleIds.BitsLayoutDiffersFromC,
        "Bit-fields stand in C where their word stands",
        "The [Bits] of '{0}.{1}' are no word of their own in C, because {2}: put them into a [KernelStruct] of their own, or name the bits in the word where C puts them",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.BitsLayoutDiffersFromC));

    public static Dictionary<DeclarationFault, DiagnosticDescriptor> All { get; } = new()
    {
        [DeclarationFault.BitsNeedUnsignedWord] = s_bitsNeedUnsignedWord,
        [DeclarationFault.BitsDoNotFillWord] = s_bitsDoNotFillWord,
        [DeclarationFault.BitsByteOrderDiffers] = s_bitsByteOrderDiffers,
        [DeclarationFault.BitsLayoutDiffersFromC] = s_bitsLayoutDiffersFromC,
        [DeclarationFault.BitsTypeIsNotInteger] = s_bitsTypeIsNotInteger,
    };
}
