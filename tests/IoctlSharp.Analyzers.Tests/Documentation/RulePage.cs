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

    /// <summary>The code under a heading that is compiled: fenced as <c>csharp</c>. What needs another project or framework is fenced as <c>cs</c>.</summary>
    public static IReadOnlyList<string> Code(string id, string heading)
    {
        string section = string.Join('\n', Lines(id)).Split("\n## " + heading + "\n")[1].Split("\n## ")[0];
        return [.. Regex.Matches(section, "^```csharp\n(.*?)\n```$", RegexOptions.Multiline | RegexOptions.Singleline).Select(match => match.Groups[1].Value)];
    }
}
