using System;
using System.Collections.Generic;
using System.IO;

namespace IoctlSharp.Packages.Tests;

/// <summary>The README's sample is a whole program, and prints what the README says.</summary>
public sealed class ReadmeTests(PackageFeed feed)
{
    [Fact]
    public void Its_sample_runs()
    {
        string readme = File.ReadAllText(Path.Combine(PackageFeed.RepositoryRoot, "README.md"));
        File.WriteAllText(Path.Combine(feed.Consumers, "Readme", "Program.cs"), Block(readme, "csharp"));

        ConsumerBuild build = feed.Build("Readme").ShouldSucceed();
        string output = build.Run(new Dictionary<string, string>(), "dotnet", build.File("Readme.dll")).ShouldSucceed().Output;
        string promised = Block(readme, "text");
        output.ShouldStartWith("/dev/pts/");
        output[output.IndexOf(':', StringComparison.Ordinal)..].ShouldBe(promised[promised.IndexOf(':', StringComparison.Ordinal)..]);
    }

    private static string Block(string text, string language)
    {
        string opening = $"```{language}\n";
        int start = text.IndexOf(opening, StringComparison.Ordinal);
        start.ShouldBeGreaterThan(0, $"no {language} block");
        start += opening.Length;
        return text[start..text.IndexOf("```", start, StringComparison.Ordinal)];
    }
}
