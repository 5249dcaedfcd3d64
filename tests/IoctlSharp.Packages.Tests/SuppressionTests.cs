using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace IoctlSharp.Packages.Tests;

/// <summary>All rules of the SDK, its code style included, against kernel types and against the same types without our attributes.</summary>
public sealed partial class SuppressionTests(PackageFeed feed)
{
    [Fact]
    public void What_a_header_decides_is_not_asked_of_kernel_types_and_is_of_all_others()
    {
        ConsumerBuild build = feed.Build("Suppression");
        build.Command.ShouldSucceed();
        string[] documented = [.. File.ReadLines(Path.Combine(PackageFeed.RepositoryRoot, "analyzers", "docs", "README.md")).Select(line => Row().Match(line)).Where(row => row.Success).Select(row => row.Groups[1].Value)];
        documented.ShouldNotBeEmpty();

        // The second file shows that each rule is on and would speak; of the first nothing is suppressed in vain, and the compiler's own warnings need nothing.
        Warnings(build, "Plain.cs").Intersect(documented).ShouldBe(documented, ignoreOrder: true);
        Warnings(build, "Kernel.cs").Where(id => documented.Contains(id) || id.StartsWith("CS", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static string[] Warnings(ConsumerBuild build, string file)
        => [.. Warning().Matches(build.Command.Output).Where(match => match.Groups[1].Value == file).Select(match => match.Groups[2].Value).Distinct()];

    [GeneratedRegex(@"^\| ((?:CA|IDE)\d+) \|")]
    private static partial Regex Row();

    [GeneratedRegex(@"(\w+\.cs)\(\d+,\d+\): warning ([A-Z]+\d+):")]
    private static partial Regex Warning();
}
