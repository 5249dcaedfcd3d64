using IoctlSharp.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.CallSites;

/// <summary>The rules about what a call passes.</summary>
internal static class CallSiteRules
{
    public static readonly DiagnosticDescriptor ArgumentContradictsPreset = new(
        RuleIds.ArgumentContradictsPreset,
        "What a call passes agrees with what the declaration presets",
        "'{0}' sets '{1}' in '{2}' itself, which contradicts the '{3}' that is passed: leave it out, or call a method that does not preset it",
        RuleCategories.CallSite, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.ArgumentContradictsPreset));
}
