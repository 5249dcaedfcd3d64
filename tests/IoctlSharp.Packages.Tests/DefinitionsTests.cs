using System.Collections.Generic;

namespace IoctlSharp.Packages.Tests;

/// <summary>A program that references nothing but the definitions.</summary>
public sealed class DefinitionsTests(PackageFeed feed)
{
    [Fact]
    public void The_generator_comes_along()
    {
        ConsumerBuild build = feed.Build("DefinitionsOnly").ShouldSucceed();
        build.Run(new Dictionary<string, string>(), "dotnet", build.File("DefinitionsOnly.dll")).ShouldSucceed().Output.ShouldContain("claims: 4");
    }

    [Fact]
    public void The_analyzers_come_along()
        => feed.Build("DefinitionsOnly", "-p:WithMistake=true").Errors.ShouldContain("IOCTL1001");
}
