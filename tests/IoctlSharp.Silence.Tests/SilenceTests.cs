using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using IoctlSharp.Analyzers.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;
using Xunit;

namespace IoctlSharp.Silence.Tests;

/// <summary>Correct driver code, in the styles that people write: none of our rules, whatever its severity, says anything about it.</summary>
public sealed class SilenceTests
{
    private const int Enough = 300;

    // A snippet is what stands under a line of this form; a file holds those of one subject, and in front of the first what they share.
    private const string Heading = "//// ";

    private static readonly string s_folder = Environment.GetEnvironmentVariable("IOCTLSHARP_SNIPPETS")
        ?? Path.Combine(Repository.Root, "tests", "IoctlSharp.Silence.Tests", "Snippets");

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(s_folder, "*.cs", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(s_folder, file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Nothing_is_said_of(string file)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        List<string> said = [];
        string shared = TestProject.Vocabulary + "\n" + Parts(file)[0];
        foreach ((string name, string source) in Snippets(file))
        {
            Compilation compilation = TestProject.Generate(TestProject.Compile(source, LanguageVersion.Preview, shared), out ImmutableArray<Diagnostic> complaints, cancellation);
            IEnumerable<Diagnostic> errors = compilation.GetDiagnostics(cancellation).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            said.AddRange(complaints.Concat(await TestProject.Analyze(compilation, cancellation)).Concat(errors).Select(diagnostic => $"{name}: {diagnostic}"));
        }

        said.ShouldBeEmpty();
    }

    [Fact]
    public void There_are_enough_of_them_and_no_two_are_the_same()
    {
        (string Name, string Source)[] all = [.. Files.SelectMany(file => Snippets((string)file))];
        if (Environment.GetEnvironmentVariable("IOCTLSHARP_SNIPPETS") is null)
            all.Length.ShouldBeGreaterThanOrEqualTo(Enough);
        all.GroupBy(snippet => snippet.Source).Where(group => group.Count() > 1).Select(group => string.Join(", ", group.Select(snippet => snippet.Name))).ShouldBeEmpty();
    }

    private static string[] Parts(string file) => File.ReadAllText(Path.Combine(s_folder, file)).Split(Heading);

    private static IEnumerable<(string Name, string Source)> Snippets(string file)
    {
        foreach (string part in Parts(file).Skip(1))
        {
            string[] halves = part.Split('\n', 2);
            yield return ($"{file}, {halves[0].Trim()}", halves[1].Trim());
        }
    }
}
