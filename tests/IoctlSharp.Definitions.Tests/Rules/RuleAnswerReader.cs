using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;

namespace IoctlSharp.Definitions.Tests.Rules;

/// <summary>Reads what <c>rules.md</c> answers to each rule.</summary>
internal static class RuleAnswerReader
{
    public static IReadOnlyDictionary<HeaderRule, string> Read([CallerFilePath] string here = "")
    {
        Dictionary<HeaderRule, string> answers = [];
        string header = "";
        foreach (string line in File.ReadLines(Path.Combine(Path.GetDirectoryName(here)!, "rules.md")))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
                header = line[3..];
            string[] cells = [.. line.Replace(@"\|", "\0", StringComparison.Ordinal).Split('|').Select(cell => cell.Trim().Replace('\0', '|'))];
            if (header.Length > 0 && cells is ["", var of, var sentence, var answer, ""] && of is not ("Of" or "---"))
                answers.Add(new(header, of, sentence), answer);
        }

        return answers;
    }
}
