using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using IoctlSharp.Analyzers.Suppression;
using IoctlSharp.Analyzers.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Shouldly;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Suppression;

/// <summary>The SDK's own analyzers are loaded and let loose on declarations.</summary>
public sealed class KernelTypeSuppressorTests
{
    private const string Source = """
        [KernelStruct("request")]
        public partial struct Request { [ArgSize] private uint _argsz; public Bits Flags; public ulong Address; }

        [KernelConstants("REQUEST_")]
        public enum Bits : uint { First = 1, Second = 2, Both = 3, Same = 1 }

        public struct Other { public uint Flags; }

        public enum OtherBits : uint { First = 1, Same = 1 }
        """;

    private static readonly string[] s_rules = ["CA1051", "CA1815", "CA1028", "CA1069", "CA1008"];

    [Fact]
    public async Task The_SDKs_rules_are_kept_from_declarations_alone()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        string sdk = Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..", "sdk");
        string folder = Directory.EnumerateDirectories(sdk).Select(version => Path.Combine(version, "Sdks", "Microsoft.NET.Sdk", "analyzers")).First(Directory.Exists);
        AnalyzerFileReference[] files = [.. new[] { "Microsoft.CodeAnalysis.NetAnalyzers.dll", "Microsoft.CodeAnalysis.CSharp.NetAnalyzers.dll" }.Select(name => new AnalyzerFileReference(Path.Combine(folder, name), new Loader()))];
        ImmutableArray<DiagnosticAnalyzer> analyzers = [.. files.SelectMany(file => file.GetAnalyzers(LanguageNames.CSharp)).Where(analyzer => analyzer.SupportedDiagnostics.Any(rule => s_rules.Contains(rule.Id))), new KernelTypeSuppressor()];

        CSharpCompilation project = TestProject.Compile(Source);
        CSharpCompilation strict = project.WithOptions(project.Options.WithSpecificDiagnosticOptions(project.Options.SpecificDiagnosticOptions.AddRange(s_rules.Select(rule => new System.Collections.Generic.KeyValuePair<string, ReportDiagnostic>(rule, ReportDiagnostic.Warn)))));
        Compilation compilation = TestProject.Generate(strict, out _, cancellation);
        ImmutableArray<Diagnostic> found = await compilation
            .WithAnalyzers(analyzers, new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, concurrentAnalysis: true, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: true))
            .GetAnalyzerDiagnosticsAsync(cancellation);

        // CA1051 leaves structs with a layout alone by itself: the generated part states one.
        Of(found, suppressed: true).ShouldBe(["CA1008 Bits", "CA1028 Bits", "CA1069 Bits", "CA1815 Request"]);
        Of(found, suppressed: false).ShouldBe(["CA1008 OtherBits", "CA1028 OtherBits", "CA1051 Other", "CA1069 OtherBits", "CA1815 Other"]);
    }

    [Fact]
    public void Each_suppression_has_an_id_and_a_reason()
    {
        SuppressionDescriptor[] all = [.. new KernelTypeSuppressor().SupportedSuppressions];
        all.Select(item => item.Id).ShouldBeUnique();
        all.Select(item => item.SuppressedDiagnosticId).ShouldBeUnique();
        all.ShouldAllBe(item => item.Justification.ToString().Length > 0);
    }

    // Of the vocabulary's types nothing is asked; rule and type, each once.
    private static string[] Of(ImmutableArray<Diagnostic> found, bool suppressed)
        => [.. found.Where(diagnostic => diagnostic.IsSuppressed == suppressed && s_rules.Contains(diagnostic.Id) && diagnostic.Location.SourceTree?.FilePath == "Test.cs")
            .Select(diagnostic => $"{diagnostic.Id} {TypeOf(diagnostic)}").Distinct().Order(System.StringComparer.Ordinal)];

    private static string TypeOf(Diagnostic diagnostic)
        => diagnostic.Location.SourceTree!.GetRoot().FindNode(diagnostic.Location.SourceSpan).AncestorsAndSelf()
            .OfType<Microsoft.CodeAnalysis.CSharp.Syntax.BaseTypeDeclarationSyntax>().First().Identifier.ValueText;

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public System.Reflection.Assembly LoadFromPath(string fullPath) => System.Reflection.Assembly.LoadFrom(fullPath);
    }
}
