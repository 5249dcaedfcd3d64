using System;
using System.IO;
using System.Linq;
using System.Text;
using IoctlSharp.Analyzers.Tests.Testing;
using Microsoft.CodeAnalysis;
using Shouldly;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Documentation;

/// <summary>The table of rules is written from the rules. <c>IOCTLSHARP_BLESS=1</c> writes it; otherwise a stale one fails.</summary>
public sealed class RuleTableTests
{
    private static readonly string s_path = Path.Combine(Repository.Docs, "README.md");

    [Fact]
    public void Is_up_to_date()
    {
        string expected = Table();
        if (Environment.GetEnvironmentVariable("IOCTLSHARP_BLESS") == "1")
            File.WriteAllText(s_path, expected);
        File.ReadAllText(s_path).ShouldBe(expected, "IOCTLSHARP_BLESS=1 writes the table again");
    }

    private static string Table()
    {
        StringBuilder table = new();
        table.Append("""
            # Rules

            Each rule is reported at its culprit alone: a method that takes an invalid struct stays silent. Where nothing can be generated,
            the rule is an error and the compiler says CS0619 as well in place of the call; where the declaration works nevertheless, it is a warning.

            """);
        foreach (IGrouping<string, DiagnosticDescriptor> category in AllRules.Descriptors.GroupBy(rule => rule.Category))
        {
            table.Append($"\n## {category.Key}\n\n| Id | Rule | Severity | Code fix |\n|----|------|----------|----------|\n");
            foreach (DiagnosticDescriptor rule in category)
                table.Append($"| [{rule.Id}]({rule.Id}.md) | {rule.Title} | {rule.DefaultSeverity} | {(AllFixes.Ids.Contains(rule.Id) ? "yes" : "")} |\n");
        }

        return table.ToString();
    }
}
