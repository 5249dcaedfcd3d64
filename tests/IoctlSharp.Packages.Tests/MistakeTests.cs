using System;
using System.IO;
using System.Linq;

namespace IoctlSharp.Packages.Tests;

/// <summary>What a build prints of declarations that cannot work.</summary>
public sealed class MistakeTests(PackageFeed feed)
{
    [Fact]
    public void Each_is_named_where_it_stands()
    {
        ConsumerBuild build = feed.Build("Mistakes").ShouldFailWith("CS0619", "IOCTL1020", "IOCTL1058", "IOCTL2004", "IOCTL3009");

        string[] shown = [.. File.ReadLines(Path.Combine(PackageFeed.RepositoryRoot, "README.md")).Where(line => line.Contains(": error IOCTL", StringComparison.Ordinal))];
        shown.Length.ShouldBe(3);
        shown.Where(line => !build.Command.Output.Contains($"/{line}", StringComparison.Ordinal)).ShouldBeEmpty($"the README shows what is not printed:\n{build.Command.Output}");
    }

    [Fact]
    public void An_invalid_call_fails_the_build_even_without_analyzers()
        => feed.Build("Mistakes", "-p:RunAnalyzers=false").ShouldFailWith("CS0619").Command.Output.ShouldContain("No call was generated");
}
