using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using IoctlSharp.Definitions.Tests.Header;

namespace IoctlSharp.Definitions.Tests.Rules;

/// <summary>Reads the sentences of a header's comments that say what must, cannot or is required to be.</summary>
internal static partial class HeaderRuleReader
{
    public static IEnumerable<HeaderRule> Read(string header)
    {
        string text = File.ReadAllText(Path.Combine(KernelHeaders.Include, header));
        foreach (string comment in Comment().Matches(text).Select(match => Margin().Replace(match.Groups[1].Value.Trim('*'), "")))
        {
            string of = Subject().Match(comment).Groups[1].Value;
            foreach (string part in Part().Split(comment))
            {
                foreach (string sentence in Sentence().Split(Space().Replace(part, " ").Trim()).Where(sentence => Word().IsMatch(sentence)))
                    yield return new(header, of, sentence);
            }
        }
    }

    /// <summary>The member of a struct that must be 0; null where the rule is another one.</summary>
    public static string? ZeroMember(HeaderRule rule) => Zero().Match(rule.Sentence) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex(@"/\*(.*?)\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^[ \t]*\*+[ \t]?", RegexOptions.Multiline)]
    private static partial Regex Margin();

    [GeneratedRegex(@"^\s*(?:struct |enum )?([A-Za-z]\w*_\w*)\b")]
    private static partial Regex Subject();

    // Paragraphs, members and points.
    [GeneratedRegex(@"\n[ \t]*\n|\n(?=[ \t]*(?:@|- |\d\) ))")]
    private static partial Regex Part();

    [GeneratedRegex(@"(?<=\.) +(?=[A-Z])")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(
        @"\b(must|cannot|may not|mutually exclusive|not allowed|are invalid|only (one|meaningful|valid|allowed|supported|when|after|be)|valid (only|if)|should be (0|zero)|needs to be|required)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Word();

    [GeneratedRegex(@"^@(\w+): .*must be 0\b", RegexOptions.IgnoreCase)]
    private static partial Regex Zero();
}
