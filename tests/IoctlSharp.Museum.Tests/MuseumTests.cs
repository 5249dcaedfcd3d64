using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using IoctlSharp.Analyzers.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Shouldly;
using Xunit;

namespace IoctlSharp.Museum.Tests;

/// <summary>Each bug of the museum is stopped as its file says, there and nowhere else.</summary>
public sealed class MuseumTests
{
    private const int Bugs = 58;
    private const int AtRunTime = 8;

    public static TheoryData<string> Diagnosed => [.. Exhibit.All.Where(exhibit => !exhibit.IsRunTime).Select(exhibit => exhibit.Id)];

    public static TheoryData<string> Met => [.. Exhibit.All.Where(exhibit => exhibit.IsRunTime).Select(exhibit => exhibit.Id)];

    [Theory]
    [MemberData(nameof(Diagnosed))]
    public async Task Is_reported_at_the_marked_place(string id)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        Exhibit exhibit = Exhibit.All.Single(exhibit => exhibit.Id == id);
        exhibit.Code.Spans.ShouldNotBeEmpty("nothing is marked");
        Compilation compilation = TestProject.Generate(TestProject.Compile(exhibit.Code.Source), out var complaints, cancellation);
        complaints.ShouldBeEmpty();
        Diagnostic[] ours = [.. await TestProject.Analyze(compilation, cancellation)];
        Diagnostic[] compilers = [.. compilation.GetDiagnostics(cancellation).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && !IsRefusal(diagnostic))];
        string[] expected = [.. exhibit.Code.Spans.OrderBy(span => span.Start).Select(span => $"{exhibit.Outcome} at '{exhibit.Code.Source.Substring(span.Start, span.Length)}'")];

        (exhibit.IsOurs ? ours : compilers).Select(diagnostic => $"{diagnostic.Id} at '{Text(diagnostic)}'").ShouldBe(expected, string.Join('\n', ours.Concat(compilers)));
        (exhibit.IsOurs ? compilers : ours).ShouldBeEmpty("somebody else speaks too");
    }

    [Theory]
    [MemberData(nameof(Met))]
    public void Is_met_at_run_time_by_a_test_that_exists(string id)
    {
        string[] test = Exhibit.All.Single(exhibit => exhibit.Id == id).Outcome.Split(' ')[1].Split('.');
        string project = string.Join('.', test[..3]);
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", project), test[^2] + ".cs", SearchOption.AllDirectories)
            .Any(file => File.ReadAllText(file).Contains($" {test[^1]}(", StringComparison.Ordinal))
            .ShouldBeTrue($"{string.Join('.', test)} is gone");
    }

    [Fact]
    public void Every_bug_of_the_list_is_here() => Exhibit.All.Count.ShouldBe(Bugs);

    [Fact]
    public void Few_are_left_for_run_time() => Exhibit.All.Count(exhibit => exhibit.IsRunTime).ShouldBeLessThanOrEqualTo(AtRunTime);

    [Fact]
    public void The_table_is_up_to_date()
    {
        string path = Path.Combine(Exhibit.Folder, "README.md");
        string table = Table();
        if (Environment.GetEnvironmentVariable("IOCTLSHARP_BLESS") == "1")
            File.WriteAllText(path, table);
        File.ReadAllText(path).ShouldBe(table, "IOCTLSHARP_BLESS=1 writes the table again");
    }

    // In place of an invalid call stands one that says why.
    private static bool IsRefusal(Diagnostic diagnostic) => diagnostic.Id == "CS0619";

    private static string Text(Diagnostic diagnostic)
        => diagnostic.Location.SourceTree?.ToString().Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length) ?? "";

    private static string Table()
    {
        IReadOnlyList<Exhibit> all = Exhibit.All;
        string rows = string.Concat(all.Select(exhibit => $"| [{exhibit.Id}](Bugs/{exhibit.Id}.cs) | {exhibit.Title} | {exhibit.Source} | {Cell(exhibit)} |\n"));
        return $"""
            # A museum of ioctl bugs

            {all.Count} real bugs of public code, each as C# that a person would write. Of them {all.Count(exhibit => exhibit.IsOurs)} are a diagnostic of ours at the marked place,
            {all.Count(exhibit => !exhibit.IsOurs && !exhibit.IsRunTime)} do not compile because the call is typed, and {all.Count(exhibit => exhibit.IsRunTime)} are met when the program runs.

            | Bug | What | Seen in | Outcome |
            |-----|------|---------|---------|
            {rows}
            """;
    }

    private static string Cell(Exhibit exhibit)
        => exhibit.IsOurs ? $"[{exhibit.Outcome}](../../analyzers/docs/{exhibit.Outcome}.md)"
            : exhibit.IsRunTime ? $"at run time: `{exhibit.Outcome.Split(' ')[1].Split('.', 4)[3]}`"
            : $"{exhibit.Outcome} of the compiler";
}
