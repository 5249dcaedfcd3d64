using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using IoctlSharp.Analyzers.Tests.Documentation;
using IoctlSharp.Analyzers.Tests.Testing;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Fuzz;

/// <summary>The code of the rules' pages, right and wrong, mutated.</summary>
public sealed class MutatedDeclarationTests
{
    private const int Count = 2000;

    private static readonly string[] s_sources = [.. AllRules.Descriptors.SelectMany(rule => RulePage.Code(rule.Id, "Right").Concat(RulePage.Code(rule.Id, "Wrong")))];

    [Fact]
    public async Task Never_break_the_generator_or_an_analyzer_and_what_passes_compiles()
    {
        ConcurrentBag<string> failures = [];
        int clean = 0;
        await Parallel.ForAsync(0, Count, TestContext.Current.CancellationToken, async (index, cancellation) =>
        {
            string source = Source(index);
            (string? failure, bool isClean) = await Check(source, cancellation);
            if (failure is not null)
                failures.Add($"IOCTLSHARP_SEED={Seed.Value}, number {index}: {failure}\n{source}");
            if (isClean)
                Interlocked.Increment(ref clean);
        });

        failures.Take(5).ShouldBeEmpty($"{failures.Count} of {Count}");
        // A mutator that only makes rubbish, or only harmless changes, tests nothing.
        clean.ShouldBeInRange(Count / 100, Count / 2);
    }

    [Fact]
    public async Task Cancellation_is_honoured()
    {
        using CancellationTokenSource cancelled = new();
        await cancelled.CancelAsync();
        CSharpCompilation compilation = TestProject.Compile(s_sources[0]);
        Should.Throw<OperationCanceledException>(() => TestProject.Generate(compilation, out _, cancelled.Token));
        await Should.ThrowAsync<OperationCanceledException>(() => TestProject.Analyze(compilation, cancelled.Token));
        INamedTypeSymbol plain = compilation.GetTypeByMetadataName("Plain")!;
        Should.Throw<OperationCanceledException>(() => new StructReader(null, cancelled.Token).ReadShape(plain));
    }

    private static string Source(int index)
    {
        Random random = new(HashCode.Combine(Seed.Value, index));
        string source = s_sources[random.Next(s_sources.Length)];
        // Every other one is typed at in the bodies of its methods.
        return index % 2 == 0 ? new DeclarationMutator(random).Mutate(source) : new UsageMutator(random).Mutate(source);
    }

    private static async Task<(string? Failure, bool IsClean)> Check(string source, CancellationToken cancellation)
    {
        CSharpCompilation compilation = TestProject.Compile(source);
        Compilation generated = TestProject.Generate(compilation, out ImmutableArray<Diagnostic> complaints, cancellation);
        if (!complaints.IsEmpty)
            return (string.Join('\n', complaints), false);
        ImmutableArray<Diagnostic> found = await TestProject.Analyze(generated, cancellation);
        if (found.FirstOrDefault(diagnostic => !diagnostic.Id.StartsWith("IOCTL", StringComparison.Ordinal)) is { } broken)
            return (broken.ToString(), false);
        if (found.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).GroupBy(diagnostic => diagnostic.Location).FirstOrDefault(place => place.Count() > 1) is { } crowded)
            return ("two errors at one culprit: " + string.Join('\n', crowded), false);

        bool isClean = found.All(diagnostic => diagnostic.Severity < DiagnosticSeverity.Error)
            && compilation.GetDiagnostics(cancellation).All(diagnostic => diagnostic.Severity < DiagnosticSeverity.Error || diagnostic.Id == "CS8795");
        if (!isClean)
            return (null, false);
        Diagnostic? left = generated.GetDiagnostics(cancellation).FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return (left?.ToString(), true);
    }
}
