using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using IoctlSharp.CodeFixes;
using Microsoft.CodeAnalysis.CodeFixes;

namespace IoctlSharp.Analyzers.Tests.Testing;

/// <summary>Every code fix.</summary>
internal static class AllFixes
{
    public static ImmutableArray<CodeFixProvider> Providers { get; } =
        [.. typeof(PartialCodeFix).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(CodeFixProvider))).Select(type => (CodeFixProvider)Activator.CreateInstance(type)!)];

    public static IReadOnlySet<string> Ids { get; } = Providers.SelectMany(provider => provider.FixableDiagnosticIds).ToHashSet();
}
