using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using IoctlSharp.Packages.Tests;

[assembly: AssemblyFixture(typeof(PackageFeed))]

namespace IoctlSharp.Packages.Tests;

/// <summary>
/// Both packages, packed once from this tree into a folder that is a feed, and beside it the consumers: a place outside the repository, so
/// that none of its build settings reaches them.
/// </summary>
public sealed class PackageFeed : IDisposable
{
    private static readonly string[] s_quietly = ["-nologo", "-verbosity:quiet", "-maxcpucount:1", "-nodeReuse:false", "-p:UseSharedCompilation=false"];

    // Other packages stay for the next run. Ours never meet those of an earlier run: the version is new each time.
    private readonly string _restored = Path.Combine(CacheFolder(), "ioctlsharp", "consumer-packages");

    private readonly Lazy<ConsumerBuild> _native;

    public PackageFeed()
    {
        _native = new Lazy<ConsumerBuild>(() => Publish("NativeAot"));
        Folder = Directory.CreateTempSubdirectory("ioctlsharp-packages-").FullName;
        Version = $"0.1.0-test.{Guid.NewGuid():n}";
        Pack("runtime");
        Pack("definitions");
        Copy(new DirectoryInfo(Path.Combine(RepositoryRoot, "tests/IoctlSharp.Packages.Tests/Consumers")), Consumers);
    }

    public static string RepositoryRoot { get; } = typeof(PackageFeed).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(each => each.Key == "RepositoryRoot").Value!;

    public string Folder { get; }

    public string Version { get; }

    public string Consumers => Path.Combine(Folder, "consumers");

    public string Package(string id) => Path.Combine(Folder, "feed", $"{id}.{Version}.nupkg");

    /// <summary>Builds a consumer; each build has an output folder of its own, so that builds of one consumer do not meet.</summary>
    public ConsumerBuild Build(string consumer, params string[] options) => Make("build", consumer, NewOutput(), options);

    public ConsumerBuild Publish(string consumer, params string[] options)
    {
        string output = NewOutput();
        return Make("publish", consumer, output, ["-o", ConsumerBuild.PublishFolder(output), .. options]);
    }

    /// <summary>The native program, published once.</summary>
    public ConsumerBuild PublishNative() => _native.Value;

    public Command Dotnet(string folder, params string[] arguments) => Command.Run(folder, Environment(), "dotnet", arguments);

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        foreach (string id in (string[])["ioctlsharp", "ioctlsharp.definitions"])
        {
            string restored = Path.Combine(_restored, id, Version);
            if (Directory.Exists(restored))
                Directory.Delete(restored, recursive: true);
        }
    }

    private string NewOutput() => Path.Combine(Folder, "output", Guid.NewGuid().ToString("n"));

    private ConsumerBuild Make(string verb, string consumer, string output, string[] options)
    {
        Command command = Dotnet(Consumers, [verb, consumer, "-c", "Release", "--artifacts-path", output, $"-p:VersionUnderTest={Version}", .. s_quietly, .. options]);
        return new ConsumerBuild(command, output, consumer);
    }

    private void Pack(string project)
        => Dotnet(RepositoryRoot, ["pack", project, "-c", "Release", "-o", Path.Combine(Folder, "feed"), "--artifacts-path", Path.Combine(Folder, "packing"), $"-p:Version={Version}", .. s_quietly])
            .ShouldSucceed();

    private Dictionary<string, string> Environment() => new()
    {
        ["NUGET_PACKAGES"] = _restored,
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
        ["DOTNET_NOLOGO"] = "1",
        ["MSBUILDDISABLENODEREUSE"] = "1",
    };

    private static void Copy(DirectoryInfo source, string destination)
    {
        Directory.CreateDirectory(destination);
        foreach (FileInfo file in source.EnumerateFiles())
            file.CopyTo(Path.Combine(destination, file.Name));
        foreach (DirectoryInfo folder in source.EnumerateDirectories().Where(each => each.Name is not ("bin" or "obj")))
            Copy(folder, Path.Combine(destination, folder.Name));
    }

    private static string CacheFolder()
        => System.Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } configured
            ? configured
            : Path.Combine(System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile), ".cache");
}
