using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace IoctlSharp.Tool.Proof;

/// <summary>
/// Reads the names that headers define out of preprocessed text. Only names: whatever is then said of them, a compiler was asked for.
/// </summary>
internal static partial class CHeaderReader
{
    /// <param name="preprocessed">What <c>-E -dD</c> prints.</param>
    /// <param name="headers">The headers of interest, as they are included; what others define does not count.</param>
    public static CHeaderModel Read(string preprocessed, IReadOnlyCollection<string> headers)
    {
        HashSet<string> names = [];
        StringBuilder code = new();
        bool isOurs = false;
        foreach (string line in preprocessed.Split('\n'))
        {
            if (Marker().Match(line) is { Success: true } marker)
                isOurs = headers.Any(header => IsOf(marker.Groups[1].Value, header));
            else if (isOurs && Macro().Match(line) is { Success: true } macro)
                names.Add(macro.Groups[1].Value);
            else if (isOurs && !line.StartsWith('#'))
                code.Append(line).Append('\n');
        }

        CStructParser parser = new([.. Token().Matches(code.ToString()).Select(match => match.Value)]);
        parser.Parse();
        names.UnionWith(parser.EnumMembers);
        return new CHeaderModel(names, parser.Structs);
    }

    private static bool IsOf(string file, string header) => file == header || file.EndsWith("/" + header, StringComparison.Ordinal);

    [GeneratedRegex("^# \\d+ \"([^\"]*)\"")]
    private static partial Regex Marker();

    // A guard stands for nothing.
    [GeneratedRegex(@"^#define (\w+)(?:\(| \S)")]
    private static partial Regex Macro();

    [GeneratedRegex("\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'|\\w+|[^\\s\\w]")]
    private static partial Regex Token();
}
