using System.Collections.Generic;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.Declarations;

/// <summary>The rules about the project.</summary>
internal static class EnvironmentRules
{
    private static readonly DiagnosticDescriptor s_languageVersionIsTooOld = new(
        RuleIds.LanguageVersionIsTooOld,
        "C# 9 or later",
        "The declarations of this project need C# 9, and it is compiled as C# {0}: write <LangVersion>9</LangVersion> or a later one in the project file",
        RuleCategories.Environment, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: RulePage.Of(RuleIds.LanguageVersionIsTooOld), customTags: WellKnownDiagnosticTags.CompilationEnd);

    public static Dictionary<DeclarationFault, DiagnosticDescriptor> All { get; } = new()
    {
        [DeclarationFault.LanguageVersionIsTooOld] = s_languageVersionIsTooOld,
    };
}
