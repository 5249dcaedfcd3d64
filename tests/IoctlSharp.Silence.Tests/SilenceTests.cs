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

    public static TheoryData<string> Files => [.. SnippetFile.All];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Nothing_is_said_of(string file)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        List<string> said = [];
        SnippetFile snippets = new(file);
        string shared = Vocabulary.Source + "\n" + snippets.Shared;
        foreach ((string name, string source) in snippets.Snippets)
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
        (string Name, string Source)[] all = [.. SnippetFile.All.SelectMany(file => new SnippetFile(file).Snippets)];
        if (Environment.GetEnvironmentVariable("IOCTLSHARP_SNIPPETS") is null)
            all.Length.ShouldBeGreaterThanOrEqualTo(Enough);
        all.GroupBy(snippet => snippet.Source).Where(group => group.Count() > 1).Select(group => string.Join(", ", group.Select(snippet => snippet.Name))).ShouldBeEmpty();
    }
}
