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
            Type? tests = typeof(RuleTests).Assembly.GetTypes().SingleOrDefault(type => type.Name == name + "Tests");
            tests.ShouldNotBeNull($"{name}Tests is missing");
            tests.GetMethods().Count(method => method.GetCustomAttribute<FactAttribute>() is not null).ShouldBeGreaterThanOrEqualTo(2, $"{name}Tests: what is flagged, and what stays silent");
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

    [Fact]
    public void Each_message_is_one_sentence()
    {
        foreach (DiagnosticDescriptor rule in AllRules.Descriptors)
        {
            string message = rule.MessageFormat.ToString();
            message.ShouldContain("{0}");
            message.ShouldContain(": ");
            message.ShouldNotEndWith(".");
        }
    }

    private static string[] Sources(string folder)
        => [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs").Select(File.ReadAllText)];

    private static string[] Rows(string file)
        => [.. File.ReadLines(Path.Combine(Repository.Root, "analyzers", file)).Where(line => line.StartsWith("IOCTL", StringComparison.Ordinal)).Select(line => line[..line.LastIndexOf(" | ", StringComparison.Ordinal)])];
}
