using System.Linq;
using System.Threading.Tasks;
using IoctlSharp.Analyzers.Tests.Testing;
using Microsoft.CodeAnalysis;
using Shouldly;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Documentation;

/// <summary>Every page is true: its wrong code gets its diagnostic at the marked line and no other, its right code none.</summary>
public sealed class RulePageTests
{
    public static TheoryData<string> Ids => [.. AllRules.Descriptors.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void States_the_rule(string id)
    {
        DiagnosticDescriptor rule = AllRules.Descriptors.Single(rule => rule.Id == id);
        string[] lines = RulePage.Lines(id);
        lines[0].ShouldBe($"# {id}: {rule.Title}");
        lines[4].ShouldBe($"| `{AllRules.NameOf(id)}` | {rule.Category} | {rule.DefaultSeverity} |");
        lines.ShouldContain("## Wrong");
        lines.ShouldContain("## Right");
        lines.ShouldContain("## When to suppress");
        rule.HelpLinkUri.ShouldEndWith($"/analyzers/docs/{id}.md");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Its_wrong_code_is_wrong(string id)
    {
        foreach (string code in RulePage.Code(id, "Wrong"))
            await Rule.FlagsLines(id, code);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Its_right_code_is_right(string id)
    {
        foreach (string code in RulePage.Code(id, "Right"))
            await Rule.IsSilent(code);
    }

    // What needs another project or framework is fenced as 'cs', and its own test class stands in.
    [Fact]
    public void Few_pages_have_wrong_code_that_is_not_compiled()
        => AllRules.Descriptors.Select(rule => rule.Id).Where(id => RulePage.Code(id, "Wrong").Count == 0).ShouldBe(["IOCTL1015", "IOCTL1077", "IOCTL9001", "IOCTL9010"]);
}
