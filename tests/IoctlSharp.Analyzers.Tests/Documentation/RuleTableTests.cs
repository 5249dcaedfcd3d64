using System;
using System.IO;
using System.Linq;
using System.Text;
using IoctlSharp.Analyzers.Suppression;
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

            ## Stricter, or more lenient

            The rules obey an `.editorconfig` as those of any analyzer do. Each table below is a category, and what is set for a category
            holds for its rules of every severity:

            ```ini
            [*.cs]
            # What a call does wrong fails the build, all of it.
            dotnet_analyzer_diagnostic.category-IoctlSharp.CallSite.severity = error
            # Another tool looks after handles and memory.
            dotnet_analyzer_diagnostic.category-IoctlSharp.Lifetime.severity = none
            # One rule otherwise than its category.
            dotnet_diagnostic.IOCTL4040.severity = suggestion
            ```

            There is no switch of our own besides: the errors among the declarations' rules are not for switching off, since the compiler says CS0619 all the same.

            ## What other rules are kept from saying

            Of kernel structs and their constants the rules of the SDK would ask what a header forbids. These are suppressed there, and
            nowhere else. (CA1051 is silent by itself where a layout is stated, as the generated part does; the compiler's own warnings need nothing.)

            | Rule | Because |
            |------|---------|

            """);
        foreach (SuppressionDescriptor suppression in new KernelTypeSuppressor().SupportedSuppressions.OrderBy(suppression => suppression.SuppressedDiagnosticId, StringComparer.Ordinal))
            table.Append($"| {suppression.SuppressedDiagnosticId} | {suppression.Justification} |\n");
        foreach (IGrouping<string, DiagnosticDescriptor> category in AllRules.Descriptors.GroupBy(rule => rule.Category))
        {
            table.Append($"\n## {category.Key}\n\n| Id | Rule | Severity | Code fix |\n|----|------|----------|----------|\n");
            foreach (DiagnosticDescriptor rule in category)
                table.Append($"| [{rule.Id}]({rule.Id}.md) | {rule.Title} | {rule.DefaultSeverity} | {(AllFixes.Ids.Contains(rule.Id) ? "yes" : "")} |\n");
        }

        return table.ToString();
    }
}
