using System.Collections.Generic;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.Declarations;

/// <summary>The rules about layouts.</summary>
internal static class LayoutRules
{
    private static readonly DiagnosticDescriptor s_layoutIsAuto = new(
        RuleIds.LayoutIsAuto,
        "A kernel struct does not leave its layout to the runtime",
        "'{0}' has LayoutKind.Auto, which lets the runtime reorder its fields: remove [StructLayout], and the layout of C is generated",
        RuleCategories.Layout, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.LayoutIsAuto));

    private static readonly DiagnosticDescriptor s_unionIsNotExplicit = new(
        RuleIds.UnionIsNotExplicit,
        "A kernel union has an explicit layout",
        "The arms of union '{0}' would stand one behind the other: write [StructLayout(LayoutKind.Explicit)] on it and [FieldOffset(0)] on each field",
        RuleCategories.Layout, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.UnionIsNotExplicit));

    private static readonly DiagnosticDescriptor s_unionArmIsNotAtZero = new(
        RuleIds.UnionArmIsNotAtZero,
        "The arms of a union stand at offset 0",
        "'{0}.{1}' is an arm of a union, and C has every arm at the start: write [FieldOffset(0)] on it",
        RuleCategories.Layout, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.UnionArmIsNotAtZero));

    private static readonly DiagnosticDescriptor s_layoutDiffersFromC = new(
        RuleIds.LayoutDiffersFromC,
        "A kernel struct has the layout of C",
        "'{0}' has {1} in C but {2} in C#: correct what its [StructLayout], [FieldOffset] or [Aligned] says, or remove it so that the layout of C is generated",
        RuleCategories.Layout, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.LayoutDiffersFromC));

    private static readonly DiagnosticDescriptor s_layoutDiffersOnI386 = new(
        RuleIds.LayoutDiffersOnI386,
        "A kernel struct has the layout of C on i386 too",
        "'{0}' has {1} in C on i386 but {2} in C#: declare the padding before it as a [Reserved] field, or do not ship for linux-x86",
        RuleCategories.Layout, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.LayoutDiffersOnI386));

    private static readonly DiagnosticDescriptor s_structIsTooLarge = new(
        RuleIds.StructIsTooLarge,
        "A kernel struct has a size that a call can send",
        "'{0}' is larger or more deeply nested than any argument of an ioctl: check the lengths of its arrays",
        RuleCategories.Layout, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.StructIsTooLarge));

    private static readonly DiagnosticDescriptor s_elementHasPadding = new(
        RuleIds.ElementHasPadding,
        "The elements of a span have no padding",
        "'{1}' of '{0}' sends elements of '{2}' as they stand, with {3} bytes of padding at offset {4} that hold whatever the caller's memory holds: declare the padding as a [Reserved] field",
        RuleCategories.Layout, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.ElementHasPadding));

    public static Dictionary<DeclarationFault, DiagnosticDescriptor> All { get; } = new()
    {
        [DeclarationFault.LayoutIsAuto] = s_layoutIsAuto,
        [DeclarationFault.UnionIsNotExplicit] = s_unionIsNotExplicit,
        [DeclarationFault.UnionArmIsNotAtZero] = s_unionArmIsNotAtZero,
        [DeclarationFault.LayoutDiffersFromC] = s_layoutDiffersFromC,
        [DeclarationFault.LayoutDiffersOnI386] = s_layoutDiffersOnI386,
        [DeclarationFault.StructIsTooLarge] = s_structIsTooLarge,
        [DeclarationFault.ElementHasPadding] = s_elementHasPadding,
    };
}
