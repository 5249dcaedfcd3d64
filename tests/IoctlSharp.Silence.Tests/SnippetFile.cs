using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using IoctlSharp.Analyzers.Tests.Testing;

namespace IoctlSharp.Silence.Tests;

/// <summary>A file of correct driver code: many small programs of one subject.</summary>
internal sealed class SnippetFile
{
    // A snippet is what stands under a line of this form.
    private const string Heading = "//// ";

    private static readonly string s_folder = Environment.GetEnvironmentVariable("IOCTLSHARP_SNIPPETS")
        ?? Path.Combine(Repository.Root, "tests", "IoctlSharp.Silence.Tests", "Snippets");

    /// <param name="name">One of <see cref="All"/>.</param>
    public SnippetFile(string name)
    {
        string[] parts = File.ReadAllText(Path.Combine(s_folder, name)).Split(Heading);
        Shared = parts[0];
        Snippets = [.. parts.Skip(1).Select(part => part.Split('\n', 2)).Select(halves => ($"{name}, {halves[0].Trim()}", halves[1].Trim()))];
    }

    /// <summary>The files' names, below the folder of snippets.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. Directory.EnumerateFiles(s_folder, "*.cs", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(s_folder, file)).Order(StringComparer.Ordinal)];

    /// <summary>What stands in front of the first: declarations that all of them use.</summary>
    public string Shared { get; }

    public IReadOnlyList<(string Name, string Source)> Snippets { get; }
}
