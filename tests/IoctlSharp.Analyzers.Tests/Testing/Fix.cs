using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using Shouldly;
using Xunit;

namespace IoctlSharp.Analyzers.Tests.Testing;

/// <summary>What a code fix makes of a source: one diagnostic after the other, and all at once in the document, its project and the solution.</summary>
internal static class Fix
{
    /// <param name="rule">The rule that is fixed.</param>
    /// <param name="source">The source.</param>
    /// <param name="expected">What each way gives.</param>
    /// <param name="title">Which action, where there are several; null takes the first.</param>
    /// <param name="leaves">The compiler's errors that are left for the user, each once; none, unless the source has others that no fix is for.</param>
    public static async Task Makes<TFix>(string rule, string source, string expected, string? title = null, params string[] leaves)
        where TFix : CodeFixProvider, new()
    {
        using FixWorkspace oneByOne = new(source);
        int rounds = 0;
        while (await oneByOne.Find(rule) is { IsEmpty: false } found)
        {
            CodeAction action = (await Actions(new TFix(), oneByOne.Document, found[0])).First(candidate => title is null || candidate.Title == title);
            string before = await oneByOne.Text();
            await oneByOne.Apply(action);
            (await oneByOne.Text()).ShouldNotBe(before, "a fix must change something");
            (++rounds).ShouldBeLessThan(20, "the fix does not fix");
        }

        rounds.ShouldBeGreaterThan(0, "nothing to fix");
        (await oneByOne.Text()).ShouldBe(expected);
        (await oneByOne.Errors()).Select(error => error.Id).Distinct().ShouldBe(leaves, "what is fixed compiles");

        foreach (FixAllScope scope in (FixAllScope[])[FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution])
        {
            using FixWorkspace allAtOnce = new(source);
            await allAtOnce.Apply(await FixAll(new TFix(), allAtOnce, rule, title, scope));
            (await allAtOnce.Text()).ShouldBe(expected, $"all at once in the {scope}");
            (await allAtOnce.OtherText()).ShouldBe(scope == FixAllScope.Solution ? expected : source, $"another project, all at once in the {scope}");
        }
    }

    /// <summary>The diagnostic is there, but the fix is not offered.</summary>
    public static async Task IsNotOffered<TFix>(string rule, string source)
        where TFix : CodeFixProvider, new()
    {
        using FixWorkspace workspace = new(source);
        ImmutableArray<Diagnostic> found = await workspace.Find(rule);
        found.ShouldNotBeEmpty();
        foreach (Diagnostic diagnostic in found)
            (await Actions(new TFix(), workspace.Document, diagnostic)).ShouldBeEmpty();
    }

    private static async Task<List<CodeAction>> Actions(CodeFixProvider provider, Document document, Diagnostic diagnostic)
    {
        List<CodeAction> actions = [];
        await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), TestContext.Current.CancellationToken));
        return actions;
    }

    private static async Task<CodeAction> FixAll(CodeFixProvider provider, FixWorkspace workspace, string rule, string? title, FixAllScope scope)
    {
        ImmutableArray<Diagnostic> found = await workspace.Find(rule);
        CodeAction first = (await Actions(provider, workspace.Document, found[0])).First(candidate => title is null || candidate.Title == title);
        FixAllContext context = new(workspace.Document, provider, scope, first.EquivalenceKey, [rule], new Known(rule), TestContext.Current.CancellationToken);
        CodeAction? all = await provider.GetFixAllProvider()!.GetFixAsync(context);
        return all.ShouldNotBeNull();
    }

    private sealed class Known(string rule) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken)
        {
            List<Diagnostic> found = [];
            foreach (Document document in project.Documents)
                found.AddRange(await FixWorkspace.Find(rule, document));
            return found;
        }

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => await FixWorkspace.Find(rule, document);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
