using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using IoctlSharp.Generator.Tests.Driving;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Shouldly;
using Xunit;

namespace IoctlSharp.Generator.Tests;

/// <summary>Half-typed code makes neither the generator nor an analyzer throw. <c>IOCTLSHARP_SEED</c> repeats a run.</summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    private static readonly int s_mutations = int.Parse(ProjectSetting.Of("Mutations"), CultureInfo.InvariantCulture);

    private static readonly ImmutableArray<DiagnosticAnalyzer> s_analyzers =
    [
        .. typeof(Analyzers.Declarations.DeclarationAnalyzer).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    [Fact]
    public async Task Mutated_declarations_throw_nothing()
    {
        int seed = int.TryParse(Environment.GetEnvironmentVariable("IOCTLSHARP_SEED"), CultureInfo.InvariantCulture, out int given) ? given : Environment.TickCount;
        output.WriteLine($"IOCTLSHARP_SEED={seed}");
        Console.WriteLine($"IOCTLSHARP_SEED={seed}");
        DeclarationMutator mutator = new(new Random(seed), [.. GoldenShape.All.Select(shape => shape.Source)]);
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new IoctlGenerator().AsSourceGenerator()], parseOptions: TestTarget.Net8.ParseOptions);
        int emitted = 0;
        for (int i = 0; i < s_mutations; i++)
        {
            string source = mutator.Next();
            CSharpCompilation compilation = TestTarget.Net8.Compile(source);
            // One driver for all: what an edit does to the caches is tested with it.
            driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation result, out ImmutableArray<Diagnostic> said, TestContext.Current.CancellationToken);
            said.ShouldBeEmpty($"IOCTLSHARP_SEED={seed}, mutation {i}:\n{source}");
            emitted += driver.GetRunResult().GeneratedTrees.Length;
            // Of code that is itself no C#, names may be missing.
            bool isCode = !compilation.SyntaxTrees[0].GetDiagnostics(TestContext.Current.CancellationToken).Any();
            foreach (SyntaxTree tree in driver.GetRunResult().GeneratedTrees.Where(_ => isCode))
                tree.GetDiagnostics(TestContext.Current.CancellationToken).Where(complaint => complaint.Id != "CS1029").ShouldBeEmpty($"IOCTLSHARP_SEED={seed}, mutation {i}, {tree.FilePath}:\n{tree}\nof\n{source}");
            if (!s_analyzers.IsEmpty)
            {
                ImmutableArray<Diagnostic> found = await result.WithAnalyzers(s_analyzers).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
                found.Where(diagnostic => diagnostic.Id == "AD0001").ShouldBeEmpty($"IOCTLSHARP_SEED={seed}, mutation {i}:\n{source}");
            }
        }

        emitted.ShouldBeGreaterThan(s_mutations, "most mutations leave something valid");
    }

    [Fact]
    public void Cancellation_is_honoured()
    {
        using CancellationTokenSource cancelled = new();
        cancelled.Cancel();
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new IoctlGenerator().AsSourceGenerator()], parseOptions: TestTarget.Net8.ParseOptions);
        Should.Throw<OperationCanceledException>(() => driver.RunGenerators(TestTarget.Net8.Compile(GoldenShape.Of("Tails").Source), cancelled.Token));
    }

    [Fact]
    public void Every_reader_that_can_take_long_asks_for_cancellation()
    {
        using CancellationTokenSource cancelled = new();
        cancelled.Cancel();
        CSharpCompilation compilation = TestTarget.Net8.Compile(GoldenShape.Of("Tails").Source);
        INamedTypeSymbol type = compilation.GetTypeByMetadataName("Demo.DemoSet").ShouldNotBeNull();
        INamedTypeSymbol group = compilation.GetTypeByMetadataName("Demo.DemoIoctls").ShouldNotBeNull();
        Should.Throw<OperationCanceledException>(() => new Reading.ShapeReader(null, cancelled.Token).Read(type));
        Should.Throw<OperationCanceledException>(() => new Reading.GroupReader(null, compilation, cancelled.Token).Read(group, Reading.TypeReader.Target(compilation, TestTarget.Net8.Language)));
    }
}
