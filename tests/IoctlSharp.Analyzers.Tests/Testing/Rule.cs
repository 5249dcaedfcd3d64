using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Testing;

/// <summary>What a rule says and where. <c>[|x|]</c> marks the culprits.</summary>
internal static class Rule
{
    /// <summary>Each marked place has exactly one diagnostic of ours, it is this rule, and nothing else is reported.</summary>
    /// <param name="id">The rule.</param>
    /// <param name="marked">The source.</param>
    /// <param name="message">The whole message at the first place; null when another case checks it.</param>
    /// <param name="language">The language version.</param>
    /// <param name="vocabulary">What else the project holds.</param>
    /// <param name="library">The source of a referenced assembly.</param>
    /// <param name="target">The project's TargetLinuxVersion; empty for none.</param>
    public static async Task Flags(string id, string marked, string? message = null, LanguageVersion language = LanguageVersion.Latest, string vocabulary = Vocabulary.Source, string library = "", string target = "")
    {
        Markup markup = Markup.Parse(marked);
        markup.Spans.ShouldNotBeEmpty("nothing is marked");
        CSharpCompilation compilation = TestProject.Compile(markup.Source, language, vocabulary, library);
        ImmutableArray<Diagnostic> found = await Run(compilation, target);

        found.Select(diagnostic => $"{diagnostic.Id} at '{Text(diagnostic)}'")
            .ShouldBe(markup.Spans.OrderBy(span => span.Start).Select(span => $"{id} at '{markup.Source.Substring(span.Start, span.Length)}'"), string.Join('\n', found));
        found.Select(diagnostic => diagnostic.Location.SourceSpan).ShouldBe(markup.Spans.OrderBy(span => span.Start));
        found.ShouldAllBe(diagnostic => !diagnostic.GetMessage(null).Contains('{', StringComparison.Ordinal));
        if (message is not null)
            found[0].GetMessage(null).ShouldBe(message);
    }

    /// <summary>Each line that ends in <c>// id</c> has exactly one diagnostic, of this rule, and no other line has one.</summary>
    public static async Task FlagsLines(string id, string source)
    {
        int[] expected = source.Split('\n').Select((line, index) => line.EndsWith("// " + id, StringComparison.Ordinal) ? index : -1).Where(index => index >= 0).ToArray();
        expected.ShouldNotBeEmpty("no line is marked");
        ImmutableArray<Diagnostic> found = await Run(TestProject.Compile(source));
        found.Select(diagnostic => (diagnostic.Id, diagnostic.Location.GetLineSpan().StartLinePosition.Line)).ShouldBe(expected.Select(line => (id, line)), string.Join('\n', found));
    }

    /// <summary>Nothing of ours is reported, and the code compiles with what is generated for it.</summary>
    public static async Task IsSilent(string source, LanguageVersion language = LanguageVersion.Latest, string vocabulary = Vocabulary.Source, string library = "", string target = "")
    {
        CSharpCompilation compilation = TestProject.Compile(source, language, vocabulary, library);
        (await Run(compilation, target)).ShouldBeEmpty();
        TestProject.Generate(compilation, out _, TestContext.Current.CancellationToken)
            .GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .ShouldBeEmpty();
    }

    /// <summary>The code is the compiler's business: we say nothing, whatever it says.</summary>
    public static async Task LeavesToCompiler(string source)
    {
        CSharpCompilation compilation = TestProject.Compile(source);
        (await Run(compilation)).ShouldBeEmpty();
        compilation.GetDiagnostics(TestContext.Current.CancellationToken).ShouldContain(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Id != "CS8795");
    }

    private static async Task<ImmutableArray<Diagnostic>> Run(CSharpCompilation compilation, string target = "")
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        Compilation generated = TestProject.Generate(compilation, out ImmutableArray<Diagnostic> complaints, cancellation);
        complaints.ShouldBeEmpty();
        return await TestProject.Analyze(generated, cancellation, target);
    }

    private static string Text(Diagnostic diagnostic) => diagnostic.Location.SourceTree!.ToString().Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length);
}
