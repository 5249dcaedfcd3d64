using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using IoctlSharp.Analyzers.Declarations;
using IoctlSharp.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Shouldly;

namespace IoctlSharp.Analyzers.Tests.Testing;

/// <summary>A project of one source file, compiled as the SDK would: generator first, then analyzers over everything.</summary>
internal static class TestProject
{
    private static readonly ImmutableArray<MetadataReference> s_references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "IoctlSharp.dll" or "IoctlSharp.Definitions.dll" or "netstandard.dll" or "mscorlib.dll"))
        .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path))
        .ToImmutableArray();

    private static readonly ImmutableArray<DiagnosticAnalyzer> s_analyzers =
        [.. typeof(DeclarationAnalyzer).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer))).Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];

    public static ImmutableArray<MetadataReference> References => s_references;

    public static ImmutableArray<DiagnosticAnalyzer> Analyzers => s_analyzers;

    // Documentation is checked in what is generated; the sources here need none.
    public static CSharpCompilationOptions Options { get; } = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable)
        .WithSpecificDiagnosticOptions([new("CS1591", ReportDiagnostic.Suppress)]);

    /// <param name="source">The source.</param>
    /// <param name="language">The language version.</param>
    /// <param name="vocabulary">What else the project holds.</param>
    /// <param name="library">The source of an assembly that the project references; compiled without generator and analyzers.</param>
    public static CSharpCompilation Compile(string source, LanguageVersion language = LanguageVersion.Latest, string vocabulary = Vocabulary.Source, string library = "")
    {
        CSharpParseOptions parsing = new(language, DocumentationMode.Diagnose);
        IEnumerable<MetadataReference> references = library.Length == 0
            ? s_references
            : s_references.Add(Emit(CSharpCompilation.Create("Library", [CSharpSyntaxTree.ParseText(library)], s_references, Options)));
        List<SyntaxTree> trees = [CSharpSyntaxTree.ParseText(source, parsing, "Test.cs")];
        if (vocabulary.Length > 0)
            trees.Add(CSharpSyntaxTree.ParseText(vocabulary, parsing, "Vocabulary.cs"));
        return CSharpCompilation.Create("Test", trees, references, Options);
    }

    private static MetadataReference Emit(CSharpCompilation library)
    {
        using MemoryStream image = new();
        library.Emit(image).Success.ShouldBeTrue();
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    /// <summary>Runs the generator; its own complaints (CS8785) come with it.</summary>
    public static Compilation Generate(CSharpCompilation compilation, out ImmutableArray<Diagnostic> complaints, CancellationToken cancellation = default)
    {
        CSharpParseOptions parsing = (CSharpParseOptions)compilation.SyntaxTrees.First().Options;
        CSharpGeneratorDriver.Create([new IoctlGenerator().AsSourceGenerator()], parseOptions: parsing)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation generated, out complaints, cancellation);
        return generated;
    }

    /// <summary>All diagnostics of our rules, and what says that an analyzer or the generator broke.</summary>
    /// <param name="compilation">The project.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <param name="target">What it states as its TargetLinuxVersion; empty for nothing.</param>
    /// <param name="rule">The rule whose analyzers are asked; null asks all.</param>
    public static async Task<ImmutableArray<Diagnostic>> Analyze(Compilation compilation, CancellationToken cancellation = default, string target = "", string? rule = null)
    {
        ImmutableArray<DiagnosticAnalyzer> asked = rule is null ? s_analyzers : s_analyzers.RemoveAll(analyzer => analyzer.SupportedDiagnostics.All(descriptor => descriptor.Id != rule));
        CompilationWithAnalyzers analysis = compilation.WithAnalyzers(asked, new AnalyzerOptions([], new TargetOptions(target)));
        ImmutableArray<Diagnostic> found = await analysis.GetAnalyzerDiagnosticsAsync(cancellation);
        return [.. found.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }
}
