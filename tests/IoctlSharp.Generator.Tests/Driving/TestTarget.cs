using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IoctlSharp.Generator.Tests.Driving;

/// <summary>A target framework with the oldest language version that its users have.</summary>
public sealed class TestTarget
{
    public static readonly TestTarget NetStandard = new("netstandard2.0", LanguageVersion.CSharp9);
    public static readonly TestTarget Net8 = new("net8.0", LanguageVersion.CSharp12);
    public static readonly TestTarget Net10 = new("net10.0", (LanguageVersion)1400);

    public static readonly IReadOnlyList<TestTarget> All = [NetStandard, Net8, Net10];

    private readonly Lazy<IReadOnlyList<MetadataReference>> _references;

    private TestTarget(string name, LanguageVersion language)
    {
        Name = name;
        // A compiler older than the language takes what it has.
        LanguageVersion newest = LanguageVersion.Latest.MapSpecifiedToEffectiveVersion();
        Language = language > newest ? newest : language;
        _references = new(() => [.. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "references", name + ".txt")).Select(path => MetadataReference.CreateFromFile(path))]);
    }

    public string Name { get; }

    public LanguageVersion Language { get; }

    public IReadOnlyList<MetadataReference> References => _references.Value;

    public CSharpParseOptions ParseOptions => new(Language, DocumentationMode.Diagnose);

    public SyntaxTree Parse(string source, string path = "Input.cs") => CSharpSyntaxTree.ParseText(source, ParseOptions, path);

    public CSharpCompilation Compile(params string[] sources) => CSharpCompilation.Create(
        "Consumer",
        sources.Select((source, index) => Parse(source, index == 0 ? "Input.cs" : $"Input{index}.cs")),
        References,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable,
            // Emitted code needs no unsafe; only a user's own pointers and fixed buffers do.
            allowUnsafe: sources.Any(source => source.Contains("unsafe ", StringComparison.Ordinal)),
            generalDiagnosticOption: ReportDiagnostic.Error));

    public override string ToString() => Name;
}
