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

/// <summary>A solution in a workspace, as an editor has it: two projects of the same source.</summary>
internal sealed class FixWorkspace : IDisposable
{
    private readonly AdhocWorkspace _workspace = new();
    private readonly DocumentId _document;
    private readonly DocumentId _other;

    public FixWorkspace(string source)
    {
        _document = Add("Test", source);
        _other = Add("Other", source);
    }

    /// <summary>The source, in the first project.</summary>
    public Document Document => _workspace.CurrentSolution.GetDocument(_document)!;

    public Task<string> Text() => Text(_document);

    /// <summary>What the source is in the second project.</summary>
    public Task<string> OtherText() => Text(_other);

    /// <summary>The diagnostics of one rule in the document; no other file has any.</summary>
    public Task<ImmutableArray<Diagnostic>> Find(string rule) => Find(rule, Document);

    public static async Task<ImmutableArray<Diagnostic>> Find(string rule, Document document)
    {
        Compilation compilation = (await document.Project.GetCompilationAsync(TestContext.Current.CancellationToken))!;
        SyntaxTree tree = (await document.GetSyntaxTreeAsync(TestContext.Current.CancellationToken))!;
        return [.. (await TestProject.Analyze(compilation, TestContext.Current.CancellationToken, rule: rule)).Where(diagnostic => diagnostic.Id == rule && diagnostic.Location.SourceTree == tree)];
    }

    /// <summary>What the compiler says of the first project with what is generated for it.</summary>
    public async Task<ImmutableArray<Diagnostic>> Errors()
    {
        CSharpCompilation compilation = (CSharpCompilation)(await Document.Project.GetCompilationAsync(TestContext.Current.CancellationToken))!;
        return [.. TestProject.Generate(compilation, out _, TestContext.Current.CancellationToken).GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
    }

    public async Task Apply(CodeAction action)
    {
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(TestContext.Current.CancellationToken);
        Solution changed = operations.OfType<ApplyChangesOperation>().ShouldHaveSingleItem().ChangedSolution;
        _workspace.TryApplyChanges(changed).ShouldBeTrue();
    }

    public void Dispose() => _workspace.Dispose();

    private DocumentId Add(string name, string source)
    {
        Project project = _workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, name, name, LanguageNames.CSharp,
            compilationOptions: TestProject.Options, parseOptions: new CSharpParseOptions(LanguageVersion.Latest), metadataReferences: TestProject.References));
        _workspace.AddDocument(project.Id, "Vocabulary.cs", SourceText.From(Vocabulary.Source));
        return _workspace.AddDocument(project.Id, "Test.cs", SourceText.From(source)).Id;
    }

    private async Task<string> Text(DocumentId document)
        => (await _workspace.CurrentSolution.GetDocument(document)!.GetTextAsync(TestContext.Current.CancellationToken)).ToString();
}
