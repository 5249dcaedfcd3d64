using System.Collections.Generic;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.Declarations;

/// <summary>The rules about what says how long a span must be.</summary>
internal static class SpanRules
{
    private static readonly DiagnosticDescriptor s_spanRuleHasNoSpan = new(
        RuleIds.SpanRuleHasNoSpan,
        "The length of a span is stated on a span",
        "'{1}' of '{0}' carries [{2}] but is of type '{3}', which has no length: make it a Span or a ReadOnlySpan, or remove the attribute",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.SpanRuleHasNoSpan));

    private static readonly DiagnosticDescriptor s_spanRuleOperandIsUnknown = new(
        RuleIds.SpanRuleOperandIsUnknown,
        "The length of a span is stated by an integer of the call",
        "[{2}] on '{1}' of '{0}' names '{3}', which is neither an integer parameter of it nor an integer field of '{4}' that it can reach: use nameof of one of those",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.SpanRuleOperandIsUnknown));

    private static readonly DiagnosticDescriptor s_fixedLengthIsNotPositive = new(
        RuleIds.FixedLengthIsNotPositive,
        "A fixed length is positive",
        "'{1}' of '{0}' has a fixed length of {2} elements, which no call could pass on: state the number of elements that the kernel takes",
        RuleCategories.Declaration, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.FixedLengthIsNotPositive));

    public static Dictionary<DeclarationFault, DiagnosticDescriptor> All { get; } = new()
    {
        [DeclarationFault.SpanRuleHasNoSpan] = s_spanRuleHasNoSpan,
        [DeclarationFault.SpanRuleOperandIsUnknown] = s_spanRuleOperandIsUnknown,
        [DeclarationFault.FixedLengthIsNotPositive] = s_fixedLengthIsNotPositive,
    };
}
