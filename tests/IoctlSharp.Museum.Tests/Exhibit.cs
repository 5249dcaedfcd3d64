using System.Collections.Generic;
using System.IO;
using System.Linq;
using IoctlSharp.Analyzers.Tests.Testing;

namespace IoctlSharp.Museum.Tests;

/// <summary>A real bug, as a person would write it in C#, and what stops it.</summary>
internal sealed class Exhibit
{
    public static readonly string Folder = Path.Combine(Repository.Root, "tests", "IoctlSharp.Museum.Tests");

    private Exhibit(string path)
    {
        string[] lines = File.ReadAllLines(path);
        Id = Path.GetFileNameWithoutExtension(path);
        Title = lines[0][$"// {Id}: ".Length..];
        Source = lines[1]["// Seen in: ".Length..];
        Outcome = lines[2]["// Outcome: ".Length..];
        Code = Markup.Parse(string.Join('\n', lines.Skip(3)));
    }

    public static IReadOnlyList<Exhibit> All { get; } = [.. Directory.EnumerateFiles(Path.Combine(Folder, "Bugs"), "*.cs").Order().Select(path => new Exhibit(path))];

    public string Id { get; }

    public string Title { get; }

    /// <summary>Where the bug was seen.</summary>
    public string Source { get; }

    /// <summary>The diagnostic, ours or the compiler's; or <c>RunTime</c> and the test that shows what happens then.</summary>
    public string Outcome { get; }

    public Markup Code { get; }

    public bool IsOurs => Outcome.StartsWith("IOCTL", System.StringComparison.Ordinal);

    public bool IsRunTime => Outcome.StartsWith("RunTime ", System.StringComparison.Ordinal);

    public override string ToString() => Id;
}
