using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using IoctlSharp.Analyzers.Tests.Testing;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Shouldly;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Documentation;

/// <summary>One rule is one id, one fault, one page, one release row, one test class.</summary>
public sealed class RuleTests
{
    [Fact]
    public void Each_id_has_one_rule()
        => AllRules.Descriptors.Select(rule => rule.Id).ShouldBe(AllRules.Ids.Order(StringComparer.Ordinal));

    [Fact]
    public void Each_fault_of_a_declaration_has_the_rule_of_its_name()
        => AllRules.Ids.Where(id => id[5] is '1' or '2' or '3' || id == "IOCTL9001").Select(AllRules.NameOf).Order().ShouldBe(Enum.GetNames<DeclarationFault>().Order());

    [Fact]
    public void Each_fault_is_reported_by_somebody()
    {
        string[] sources = [.. Sources("generator/Reading"), .. Sources("analyzers/Declarations"), .. Sources("analyzers/Contracts")];
        Enum.GetNames<DeclarationFault>()
            .Where(fault => !sources.Any(source => Regex.IsMatch(source, $@"DeclarationFault\.{fault}\b(?!\])")))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Each_rule_has_a_page_and_each_page_a_rule()
        => Directory.EnumerateFiles(Repository.Docs, "IOCTL*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)
            .ShouldBe(AllRules.Ids.Order(StringComparer.Ordinal));

    [Fact]
    public void Each_rule_has_a_release_row()
    {
        string[] rows = [.. Rows("AnalyzerReleases.Shipped.md"), .. Rows("AnalyzerReleases.Unshipped.md")];
        rows.Order(StringComparer.Ordinal).ShouldBe(AllRules.Descriptors.Select(rule => $"{rule.Id} | {rule.Category} | {rule.DefaultSeverity}"));
    }

    [Fact]
    public void Each_rule_has_tests_of_its_own()
    {
        foreach (string name in AllRules.Ids.Select(AllRules.NameOf))
        {
            typeof(RuleTests).Assembly.GetTypes().ShouldContain(type => type.Name == name + "Tests");
            RuleCases cases = RuleCases.Of(name);
            cases.Flagged.ShouldBeGreaterThanOrEqualTo(2, $"{name}Tests: what is flagged, and a variation of it");
            cases.Silent.ShouldBeGreaterThanOrEqualTo(1, $"{name}Tests: a look-alike that stays silent");
            cases.HasMessage.ShouldBeTrue($"{name}Tests: the whole message, once");
        }
    }

    [Fact]
    public void Each_code_fix_fixes_a_rule_and_can_fix_all()
    {
        foreach (CodeFixProvider provider in AllFixes.Providers)
        {
            provider.FixableDiagnosticIds.ShouldBeSubsetOf(AllRules.Ids);
            provider.GetFixAllProvider().ShouldNotBeNull();
            typeof(RuleTests).Assembly.GetTypes().ShouldContain(type => type.Name == provider.GetType().Name + "Tests");
        }
    }

    // Roslyn's own rule for messages: one sentence has no full stop at its end.
    [Fact]
    public void Each_message_is_one_sentence_that_names_the_culprit_and_says_what_to_do()
    {
        foreach (DiagnosticDescriptor rule in AllRules.Descriptors)
        {
            string message = rule.MessageFormat.ToString();
            message.ShouldContain("{0}", customMessage: "the culprit");
            message.ShouldNotEndWith(".");
            Regex.IsMatch(message, @"[.!?] [A-Z']").ShouldBeFalse($"{rule.Id}: more than one sentence");
            Regex.IsMatch(message, @"[:;] (\{\d\}|use '\{\d\}'|[a-z]+ )").ShouldBeTrue($"{rule.Id}: what to do stands behind the colon");
        }
    }

    // A statement: a subject and what it is, has or does.
    [Fact]
    public void Each_name_reads_as_a_statement()
    {
        string[] verbs = ["Is", "Are", "Has", "Have", "Does", "Do", "Must", "May", "Can", "Cannot", "Needs", "Need", "Takes", "Stands", "Stand", "Returns", "Differs", "Differ", "Contradict", "Contradicts", "Say", "Says", "Passes", "Loses", "Reaches", "Outlives", "Exclude", "Overflows", "Pins"];
        foreach (string name in AllRules.Ids.Select(AllRules.NameOf))
            Regex.Matches(name, "[A-Z][a-z0-9]*").Skip(1).Select(word => word.Value).Intersect(verbs).ShouldNotBeEmpty(name);
    }

    private static string[] Sources(string folder)
        => [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs").Select(File.ReadAllText)];

    private static string[] Rows(string file)
        => [.. File.ReadLines(Path.Combine(Repository.Root, "analyzers", file)).Where(line => line.StartsWith("IOCTL", StringComparison.Ordinal)).Select(line => line[..line.LastIndexOf(" | ", StringComparison.Ordinal)])];
}
