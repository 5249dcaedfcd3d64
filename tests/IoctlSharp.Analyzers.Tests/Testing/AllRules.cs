using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using IoctlSharp.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.Tests.Testing;

/// <summary>Every rule of every analyzer.</summary>
internal static class AllRules
{
    private static readonly Dictionary<string, string> s_names = typeof(RuleIds)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .ToDictionary(field => (string)field.GetRawConstantValue()!, field => field.Name);

    public static ImmutableArray<DiagnosticDescriptor> Descriptors { get; } =
        [.. TestProject.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).Distinct().OrderBy(rule => rule.Id, System.StringComparer.Ordinal)];

    public static IReadOnlyCollection<string> Ids => s_names.Keys;

    public static string NameOf(string id) => s_names[id];
}
