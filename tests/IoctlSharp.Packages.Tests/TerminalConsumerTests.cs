using System;
using System.Collections.Generic;
using System.Linq;

namespace IoctlSharp.Packages.Tests;

/// <summary>
/// One program, which declares ioctls of terminals, files and sockets and calls them, built by a PackageReference alone for each kind of
/// consumer with the strictest settings.
/// </summary>
public sealed class TerminalConsumerTests(PackageFeed feed)
{
    private static readonly Dictionary<string, string> s_rollForward = new() { ["DOTNET_ROLL_FORWARD"] = "Major" };

    [Theory]
    [InlineData("Net10", "")]
    [InlineData("Net10", "-p:RunAnalyzers=false -p:WithFixedBuffer=true")]
    [InlineData("Net10", "-p:WithFixedBuffer=true")]
    [InlineData("Net8", "")]
    [InlineData("Net8", "-p:RunAnalyzers=false -p:WithFixedBuffer=true")]
    [InlineData("Net8", "-p:WithFixedBuffer=true")]
    public void Runs_on_dotnet(string consumer, string options)
    {
        ConsumerBuild build = feed.Build(consumer, Options(options)).ShouldSucceed();
        string output = build.Run(s_rollForward, "dotnet", build.File($"{consumer}.dll")).ShouldSucceed().Output;
        output.ShouldContain($"asset: .NETCoreApp,Version=v{(consumer == "Net8" ? "8.0" : "10.0")}\n");
        Claims(output).ShouldBeGreaterThan(options.Contains("Fixed") ? 24 : 20);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-p:RunAnalyzers=false -p:WithFixedBuffer=true")]
    [InlineData("-p:WithFixedBuffer=true")]
    public void Runs_on_mono(string options)
    {
        ConsumerBuild build = feed.Build("Mono", Options(options)).ShouldSucceed();
        Assert.SkipWhen(Mono.WhatIsMissing is not null, Mono.WhatIsMissing ?? "");
        string output = build.Run(Mono.Variables, "mono", build.File("Mono.exe")).ShouldSucceed().Output;
        output.ShouldContain("runtime: Mono");
        output.ShouldContain("asset: .NETStandard,Version=v2.0\n");
        Claims(output).ShouldBeGreaterThan(options.Contains("Fixed") ? 22 : 18);
    }

    [Fact]
    public void Only_the_users_own_fixed_buffer_needs_unsafe_code()
        => feed.Build("Net10", "-p:WithFixedBuffer=true", "-p:WithoutUnsafe=true").ShouldFailWith("CS0227");

    private static string[] Options(string options) => options.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static int Claims(string output)
        => int.Parse(output.Split('\n').Single(line => line.StartsWith("claims: ", StringComparison.Ordinal))["claims: ".Length..]);
}
