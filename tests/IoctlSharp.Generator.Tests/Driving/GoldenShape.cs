using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;

namespace IoctlSharp.Generator.Tests.Driving;

/// <summary>
/// A declaration of the Golden folder and the files that must come of it. All of golden-file testing is behind this class;
/// <c>IOCTLSHARP_BLESS=1</c> takes what came for what must come.
/// </summary>
public sealed class GoldenShape
{
    private const string PlatformAttribute = "[global::System.Runtime.Versioning.SupportedOSPlatform(\"linux\")]";

    private static readonly string s_folder = ProjectSetting.Of("Golden");
    private static readonly bool s_blesses = Environment.GetEnvironmentVariable("IOCTLSHARP_BLESS") == "1";

    private readonly string _path;

    private GoldenShape(string path)
    {
        _path = path;
        Source = File.ReadAllText(path);
    }

    public static IEnumerable<GoldenShape> All => Directory.EnumerateFiles(s_folder, "*.cs")
        .Where(path => !Path.GetFileName(path).Contains('#'))
        .Order(StringComparer.Ordinal)
        .Select(path => new GoldenShape(path));

    public string Name => Path.GetFileNameWithoutExtension(_path);

    public string Source { get; }

    /// <summary>
    /// The targets that have the language and the types, the one whose output is kept first. The first line may name the oldest
    /// target and language: <c>// since net8.0, C# 12</c>.
    /// </summary>
    public IReadOnlyList<TestTarget> Targets
    {
        get
        {
            Match since = Regex.Match(Source, @"^// since (\S+), C# (\d+)\n");
            if (!since.Success)
                return [TestTarget.Net8, TestTarget.Net10, TestTarget.NetStandard];
            // A compiler may be older than the language.
            var language = (LanguageVersion)(int.Parse(since.Groups[2].Value, CultureInfo.InvariantCulture) * 100);
            return [.. TestTarget.All.SkipWhile(target => target.Name != since.Groups[1].Value).Where(target => target.Language >= language)];
        }
    }

    public static GoldenShape Of(string name) => All.Single(shape => shape.Name == name);

    public override string ToString() => Name;

    /// <summary>What differs between the sources that came and those that must come.</summary>
    public IReadOnlyList<string> Differences(TestTarget target, IReadOnlyDictionary<string, string> sources)
    {
        List<string> differences = [];
        foreach ((string hint, string text) in sources)
        {
            string own = FileName(hint, target.Name + ".verified");
            string received = FileName(hint, target.Name + ".received");
            File.Delete(received);
            if (s_blesses)
                File.Delete(own);
            if (Expected(target, hint) == text)
                continue;
            if (s_blesses)
            {
                File.WriteAllText(target == Targets[0] ? FileName(hint, "verified") : own, text);
                continue;
            }

            File.WriteAllText(received, text);
            differences.Add($"{Path.GetFileName(received)} is not as verified");
        }

        string[] hints = [.. sources.Keys.Select(hint => Path.GetFileName(FileName(hint, "verified")))];
        differences.AddRange(Directory.EnumerateFiles(s_folder, Name + "#*.verified.cs")
            .Select(path => Path.GetFileName(path))
            .Where(file => !TestTarget.All.Any(other => file.EndsWith($".{other}.verified.cs", StringComparison.Ordinal)) && !hints.Contains(file))
            .Select(file => file + " did not come"));
        return differences;
    }

    private string? Expected(TestTarget target, string hint)
    {
        string own = FileName(hint, target.Name + ".verified");
        string kept = FileName(hint, "verified");
        if (File.Exists(own))
            return File.ReadAllText(own);
        if (!File.Exists(kept))
            return null;
        string text = File.ReadAllText(kept);
        // The one difference that every group has: .NET before 5 knows no platform attributes.
        return target == TestTarget.NetStandard
            ? string.Join('\n', text.Split('\n').Where(line => line.Trim() != PlatformAttribute))
            : text;
    }

    private string FileName(string hint, string kind)
        => Path.Combine(s_folder, $"{Name}#{(hint.EndsWith(".g.cs", StringComparison.Ordinal) ? hint[..^5] : hint)}.{kind}.cs");
}
