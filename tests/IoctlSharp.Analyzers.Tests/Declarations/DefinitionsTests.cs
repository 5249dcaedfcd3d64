using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using IoctlSharp.Analyzers.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Declarations;

public sealed class DefinitionsTests
{
    // Warnings included: what we ship must not need a suppression.
    [Fact]
    public async Task What_we_ship_is_silent()
    {
        CSharpParseOptions parsing = new(LanguageVersion.Latest);
        List<SyntaxTree> trees = Directory.EnumerateFiles(Path.Combine(Repository.Root, "definitions"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains("/obj/", System.StringComparison.Ordinal) && !path.Contains("/bin/", System.StringComparison.Ordinal))
            .Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), parsing, path))
            .ToList();
        trees.Count.ShouldBeGreaterThan(20);

        CSharpCompilation compilation = CSharpCompilation.Create("Definitions", trees, TestProject.References, TestProject.Options);
        Compilation generated = TestProject.Generate(compilation, out ImmutableArray<Diagnostic> complaints, TestContext.Current.CancellationToken);
        complaints.ShouldBeEmpty();
        (await TestProject.Analyze(generated, TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }
}
