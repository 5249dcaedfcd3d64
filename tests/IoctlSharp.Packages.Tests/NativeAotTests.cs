using System.Collections.Generic;

namespace IoctlSharp.Packages.Tests;

/// <summary>A native program made of both packages, each of their members included.</summary>
public sealed class NativeAotTests(PackageFeed feed)
{
    [Fact]
    public void Publishes_without_a_warning_and_runs()
    {
        ConsumerBuild build = feed.Publish("NativeAot").ShouldSucceed();
        string output = build.Run(new Dictionary<string, string>(), build.Published("NativeAot")).ShouldSucceed().Output;
        output.ShouldContain("claims: ");
    }
}
