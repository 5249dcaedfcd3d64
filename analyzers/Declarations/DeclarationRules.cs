using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.Declarations;

/// <summary>One rule for each fault that a reader can report.</summary>
internal static class DeclarationRules
{
    private static readonly Dictionary<DeclarationFault, DiagnosticDescriptor> s_all = new[]
        {
            TypeRules.All,
            FieldRules.All,
            BitsRules.All,
            StrayRules.All,
            ContractRules.All,
            MethodRules.All,
            ParameterRules.All,
            SpanRules.All,
            ResultRules.All,
            AskAgainRules.All,
            LayoutRules.All,
            NumberRules.All,
            EnvironmentRules.All,
        }
        .SelectMany(family => family)
        .ToDictionary(rule => rule.Key, rule => rule.Value);

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = s_all.Values.OrderBy(rule => rule.Id, System.StringComparer.Ordinal).ToImmutableArray();

    public static DiagnosticDescriptor Of(DeclarationFault fault) => s_all[fault];
}
