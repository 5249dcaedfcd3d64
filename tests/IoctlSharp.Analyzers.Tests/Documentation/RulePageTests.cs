using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using IoctlSharp.Analyzers.Tests.Testing;
using Microsoft.CodeAnalysis;
using Shouldly;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Documentation;

/// <summary>Every page is whole and true: its wrong code gets its diagnostic at the marked line and no other, its right code none.</summary>
public sealed partial class RulePageTests
{
    private static readonly string[] s_headings = ["", "The bug", "Wrong", "Right", "When to suppress"];

    public static TheoryData<string> Ids => [.. AllRules.Descriptors.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void States_the_rule(string id)
    {
        DiagnosticDescriptor rule = AllRules.Descriptors.Single(rule => rule.Id == id);
        string[] lines = RulePage.Lines(id);
        lines[0].ShouldBe($"# {id}: {rule.Title}");
        lines[4].ShouldBe($"| `{AllRules.NameOf(id)}` | {rule.Category} | {rule.DefaultSeverity} |");
        rule.HelpLinkUri.ShouldBe($"https://github.com/ioctlsharp/ioctlsharp/blob/main/analyzers/docs/{id}.md");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Has_the_cause_the_bug_wrong_and_right_and_when_to_suppress(string id)
    {
        RulePage.Sections(id).Select(section => section.Heading).ShouldBe(s_headings);
        RulePage.Sections(id).ShouldAllBe(section => section.Text.Length >= 20);
        RulePage.Sections(id).Where(section => section.Heading is "Wrong" or "Right").ShouldAllBe(section => section.Text.Contains("\n```", System.StringComparison.Ordinal));
    }

    // An issue, a commit, a file that states the rule, a measurement; or it is said that there is none.
    [Theory]
    [MemberData(nameof(Ids))]
    public void Says_where_the_rule_comes_from(string id)
        => RulePage.Sections(id).Single(section => section.Heading == "The bug").Text.ShouldMatch(Source().ToString());

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

    [GeneratedRegex("""[A-Za-z0-9][\w.-]*#\d+|\b(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{10,12}\b|`[\w/.-]+\.(h|c|rs|rst|txt)`|^Measured|^Found in public C#|^No public bug is known""")]
    private static partial Regex Source();
}
