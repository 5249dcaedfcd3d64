using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using IoctlSharp.Analyzers.Tests.Testing;

namespace IoctlSharp.Benchmarks.CompileTime;

/// <summary>
/// What all analyzers together add to the time of a compilation. Compilations with and without them take turns, so that what other programs on the
/// machine take away meets both; the median of the pairs' ratios is what counts.
/// </summary>
internal static partial class CompileTimeComparison
{
    private const double AtMost = 1.10;

    /// <summary>Of the definitions, and of the snippets.</summary>
    public static void Print()
    {
        Print("The definitions", Path.Combine(Repository.Root, "definitions", "IoctlSharp.Definitions.csproj"), pairs: 15);
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        Print($"The snippets of correct code, {SnippetProject.Copies} times each", SnippetProject.Write(folder.FullName), pairs: 5);
        folder.Delete(recursive: true);
    }

    private static void Print(string title, string project, int pairs)
    {
        CompilerCall call = new(project);
        call.Compile(analyzers: true);
        var times = new (double Without, double With)[pairs];
        var processorTimes = new (double Without, double With)[pairs];
        for (int pair = 0; pair < pairs; pair++)
        {
            // Who comes first changes as well.
            (_, double first, double firstUsed) = call.Compile(analyzers: pair % 2 == 0);
            (_, double second, double secondUsed) = call.Compile(analyzers: pair % 2 != 0);
            times[pair] = pair % 2 == 0 ? (second, first) : (first, second);
            processorTimes[pair] = pair % 2 == 0 ? (secondUsed, firstUsed) : (firstUsed, secondUsed);
        }

        Console.WriteLine($"{title}, compiled {pairs} times without our analyzers and {pairs} times with them, in turn; medians:");
        Line("time", times);
        Line("processor time", processorTimes);
        Console.WriteLine("  of which, as the compiler reports it:");
        foreach (Match analyzer in Analyzer().Matches(call.Compile(analyzers: true, "/reportanalyzer").Output))
            Console.WriteLine($"  {analyzer.Groups["seconds"].Value,8} s  {analyzer.Groups["name"].Value} ({Shortened(analyzer.Groups["rules"].Value.Split(", "))})");
    }

    private static void Line(string what, (double Without, double With)[] times)
    {
        double ratio = Median([.. times.Select(time => time.With / time.Without)]);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {what,-14} {Median([.. times.Select(time => time.Without)]),6:0.00} s and {Median([.. times.Select(time => time.With)]),6:0.00} s, ratio {ratio:0.000} (to reach: at most {AtMost:0.00}{(ratio <= AtMost ? "" : "; NOT reached")})"));
    }

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);

    private static string Shortened(string[] rules) => rules.Length > 4 ? $"{rules.Length} rules, {rules[0]} to {rules[^1]}" : string.Join(", ", rules);

    [GeneratedRegex(@"^\s*(?<seconds><?[\d.]+)\s+<?\d+\s+IoctlSharp\.Analyzers\.[\w.]*?(?<name>\w+) \((?<rules>IOCTL.*)\)$", RegexOptions.Multiline)]
    private static partial Regex Analyzer();
}
