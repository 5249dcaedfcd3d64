using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using IoctlSharp.Analyzers.Tests.Testing;

namespace IoctlSharp.Analyzers.Tests.Documentation;

/// <summary>The page of a rule.</summary>
internal static class RulePage
{
    public static string[] Lines(string id) => File.ReadAllLines(Path.Combine(Repository.Docs, id + ".md"));

    /// <summary>What stands under each heading, in order; before the first it is the cause.</summary>
    public static IReadOnlyList<(string Heading, string Text)> Sections(string id)
    {
        string[] parts = string.Join('\n', Lines(id).Skip(5)).Split("\n## ");
        return [("", parts[0].Trim()), .. parts.Skip(1).Select(part => part.Split('\n', 2)).Select(part => (part[0], part[^1].Trim()))];
    }

    /// <summary>The code under a heading that is compiled: fenced as <c>csharp</c>. What needs another project or framework is fenced as <c>cs</c>.</summary>
    public static IReadOnlyList<string> Code(string id, string heading)
    {
        string section = string.Join('\n', Lines(id)).Split("\n## " + heading + "\n")[1].Split("\n## ")[0];
        return [.. Regex.Matches(section, "^```csharp\n(.*?)\n```$", RegexOptions.Multiline | RegexOptions.Singleline).Select(match => match.Groups[1].Value)];
    }
}
