using System;
using System.IO;
using System.IO.Compression;
using System.Linq;

namespace IoctlSharp.Tool.Tests;

/// <summary>The package, installed as any user does, but from a folder.</summary>
public sealed class PackedToolTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ioctlsharp-tool-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void It_is_installed_from_its_package_and_knows_the_definitions()
    {
        string version = $"0.1.0-test.{Guid.NewGuid():n}";
        string feed = Path.Combine(_folder, "feed");
        string tools = Path.Combine(_folder, "tools");
        string configuration = Path.Combine(_folder, "nuget.config");
        File.WriteAllText(configuration, $"""
            <configuration><config><add key="globalPackagesFolder" value="{_folder}/packages" /></config>
            <packageSources><clear /><add key="feed" value="{feed}" /></packageSources></configuration>
            """);
        Dotnet("pack", Path.Combine(ToolRun.RepositoryRoot, "definitions/Tool"), "--no-build", "-c", ToolRun.Configuration, "-o", feed, $"-p:Version={version}", "-nologo", "-nodeReuse:false");
        Directory.GetFiles(feed).Select(Path.GetFileName).ShouldBe([$"IoctlSharp.Tool.{version}.nupkg"]);
        using (ZipArchive package = ZipFile.OpenRead(Directory.GetFiles(feed).Single()))
        {
            using StreamReader readme = new(package.GetEntry("README.md")!.Open());
            readme.ReadLine().ShouldBe("# IoctlSharp.Tool");
        }

        Dotnet("tool", "install", "IoctlSharp.Tool", "--tool-path", tools, "--configfile", configuration, "--version", version);

        ToolRun decoded = ToolRun.OfProgram(Path.Combine(tools, "ioctlsharp"), "decode", "0x3b71", "--arch", "aarch64").ShouldExitWith(0);
        decoded.Output.ShouldContain("VFIO_IOMMU_MAP_DMA: on a file of kind container");

        // An assembly that stands alone is read with the library that came with the tool.
        string alone = Path.Combine(_folder, "Toaster.dll");
        File.Copy(ToolRun.Driver, alone);
        ToolRun.OfProgram(Path.Combine(tools, "ioctlsharp"), "manifest", alone).ShouldExitWith(0).Output.ShouldBe(ToolRun.Of("manifest", ToolRun.Driver).Output);
    }

    private static void Dotnet(params string[] arguments) => ToolRun.OfProgram("dotnet", arguments).ShouldExitWith(0);
}
