using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Shouldly;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Testing;

/// <summary>A project in a workspace, as an editor has it.</summary>
internal sealed class FixWorkspace : IDisposable
{
    private readonly AdhocWorkspace _workspace = new();
    private readonly DocumentId _document;

    public FixWorkspace(string source)
    {
        Project project = _workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Test", "Test", LanguageNames.CSharp,
            compilationOptions: TestProject.Options, parseOptions: new CSharpParseOptions(LanguageVersion.Latest), metadataReferences: TestProject.References));
        _workspace.AddDocument(project.Id, "Vocabulary.cs", SourceText.From(Vocabulary.Source));
        _document = _workspace.AddDocument(project.Id, "Test.cs", SourceText.From(source)).Id;
    }

    public Document Document => _workspace.CurrentSolution.GetDocument(_document)!;

    public async Task<string> Text() => (await Document.GetTextAsync(TestContext.Current.CancellationToken)).ToString();

    /// <summary>The diagnostics of one rule in the document; no other file has any.</summary>
    public async Task<ImmutableArray<Diagnostic>> Find(string rule)
    {
        Compilation compilation = (await Document.Project.GetCompilationAsync(TestContext.Current.CancellationToken))!;
        SyntaxTree tree = (await Document.GetSyntaxTreeAsync(TestContext.Current.CancellationToken))!;
        return [.. (await TestProject.Analyze(compilation, TestContext.Current.CancellationToken)).Where(diagnostic => diagnostic.Id == rule && diagnostic.Location.SourceTree == tree)];
    }

    public async Task Apply(CodeAction action)
    {
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(TestContext.Current.CancellationToken);
        Solution changed = operations.OfType<ApplyChangesOperation>().ShouldHaveSingleItem().ChangedSolution;
        _workspace.TryApplyChanges(changed).ShouldBeTrue();
    }

    public void Dispose() => _workspace.Dispose();
}
