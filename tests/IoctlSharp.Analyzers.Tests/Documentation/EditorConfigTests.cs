using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using IoctlSharp.Analyzers.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Shouldly;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Documentation;

/// <summary>The rules obey an <c>.editorconfig</c> as any analyzer's do: the one that their table shows raises, silences and excepts what it says.</summary>
public sealed class EditorConfigTests
{
    // A rule of a category that is raised, one of that category that is set by itself, one of a category that is silenced, and one of neither.
    private const string Source = """
        using IoctlSharp.Vfio;

        public static class Driver
        {
            public static void Reset(VfioDevice device) => device.TryReset();

            public static bool IsViable(VfioGroup group) => group.GetStatus().Flags == VfioGroupFlags.Viable;

            public static bool IsOpen(string path) => open(path, 2) > 0;

            [DllImport("libc", SetLastError = true)] private static extern int open(string path, int flags);
        }

        [KernelConstants("")] public enum Mode { One }
        """;

    [Fact]
    public async Task Without_one_the_defaults_hold()
        => (await Severities("")).ShouldBe(["IOCTL1013 Error", "IOCTL4040 Info", "IOCTL4051 Warning", "IOCTL5011 Warning"]);

    [Fact]
    public async Task The_example_of_the_table_does_what_it_says()
    {
        string shown = File.ReadAllText(Path.Combine(Repository.Docs, "README.md")).Split("```ini\n")[1].Split("```")[0];
        (await Severities(shown)).ShouldBe(["IOCTL1013 Error", "IOCTL4040 Info", "IOCTL4051 Error"]);
    }

    private static async Task<string[]> Severities(string text)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        AnalyzerConfigOptionsResult options = AnalyzerConfigSet.Create(ImmutableArray.Create(AnalyzerConfig.Parse(text, "/.editorconfig"))).GetOptionsForSourcePath("/Test.cs");
        CSharpCompilation project = TestProject.Compile(Source);
        Compilation compilation = TestProject.Generate(project.WithOptions(project.Options.WithSyntaxTreeOptionsProvider(new Trees(options))), out _, cancellation);
        ImmutableArray<Diagnostic> found = await compilation.WithAnalyzers(TestProject.Analyzers, new AnalyzerOptions([], new Files(options))).GetAnalyzerDiagnosticsAsync(cancellation);
        return [.. found.Select(diagnostic => $"{diagnostic.Id} {diagnostic.Severity}").Order(System.StringComparer.Ordinal)];
    }

    private sealed class Trees(AnalyzerConfigOptionsResult options) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
            => options.TreeOptions.TryGetValue(diagnosticId, out severity);

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
        {
            severity = ReportDiagnostic.Default;
            return false;
        }
    }

    private sealed class Files(AnalyzerConfigOptionsResult options) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(ImmutableDictionary<string, string>.Empty);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Options(options.AnalyzerOptions);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Options(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
