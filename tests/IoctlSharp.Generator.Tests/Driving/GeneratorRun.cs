using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;

namespace IoctlSharp.Generator.Tests.Driving;

/// <summary>One run of the generator, and the compilation that came of it.</summary>
public sealed class GeneratorRun
{
    private GeneratorRun(GeneratorDriver driver, Compilation input)
    {
        Driver = driver.RunGeneratorsAndUpdateCompilation(input, out Compilation output, out ImmutableArray<Diagnostic> diagnostics, CancellationToken.None);
        Input = input;
        Output = output;
        Diagnostics = diagnostics;
        Result = Driver.GetRunResult().Results.ShouldHaveSingleItem();
    }

    public GeneratorDriver Driver { get; }

    public Compilation Input { get; }

    public Compilation Output { get; }

    /// <summary>What the driver said; CS8785 when the generator threw.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    public GeneratorRunResult Result { get; }

    public IReadOnlyDictionary<string, string> Sources => Result.GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());

    /// <summary>Errors and warnings, without the documentation that a test's own input lacks.</summary>
    public IReadOnlyList<Diagnostic> Complaints
        => [.. Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Info && !(diagnostic.Id == "CS1591" && diagnostic.Location.SourceTree is { } tree && Input.ContainsSyntaxTree(tree)))];

    public static GeneratorRun Of(TestTarget target, params string[] sources) => new(NewDriver(target), target.Compile(sources));

    public static GeneratorRun Of(TestTarget target, Compilation compilation) => new(NewDriver(target), compilation);

    /// <summary>The next run of the same driver, as an editor makes it after an edit.</summary>
    public GeneratorRun Next(Compilation compilation) => new(Driver, compilation);

    public GeneratorRun ShouldBeWell()
    {
        Diagnostics.ShouldBeEmpty();
        Complaints.Select(Describe).ShouldBeEmpty();
        return this;
    }

    private static GeneratorDriver NewDriver(TestTarget target) => CSharpGeneratorDriver.Create(
        [new IoctlGenerator().AsSourceGenerator()],
        parseOptions: target.ParseOptions,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    private static string Describe(Diagnostic diagnostic)
        => $"{diagnostic}{Environment.NewLine}    {diagnostic.Location.SourceTree?.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line]}";
}
