using System.IO;

namespace IoctlSharp.Packages.Tests;

/// <summary>The package's code fixes, applied by the SDK's own tool.</summary>
public sealed class CodeFixTests(PackageFeed feed)
{
    [Fact]
    public void Dotnet_format_makes_a_struct_partial()
    {
        string folder = Path.Combine(feed.Consumers, "CodeFix");
        feed.Build("CodeFix").ShouldFailWith("IOCTL1001");

        string version = $"-p:VersionUnderTest={feed.Version}";
        feed.Dotnet(folder, "restore", version).ShouldSucceed();
        feed.Dotnet(folder, "format", "analyzers", "CodeFix.csproj", "--no-restore", "--diagnostics", "IOCTL1001", "--severity", "error", "-v", "detailed").ShouldSucceed();

        File.ReadAllText(Path.Combine(folder, "WindowSize.cs")).ShouldContain("public partial struct WindowSize");
        feed.Build("CodeFix").ShouldSucceed();
    }
}
