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

/// <summary>What a code fix makes of a source: one diagnostic after the other, and all at once.</summary>
internal static class Fix
{
    /// <param name="rule">The rule that is fixed.</param>
    /// <param name="source">The source.</param>
    /// <param name="expected">What each way gives.</param>
    /// <param name="title">Which action, where there are several; null takes the first.</param>
    public static async Task Makes<TFix>(string rule, string source, string expected, string? title = null)
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

        using FixWorkspace allAtOnce = new(source);
        await allAtOnce.Apply(await FixAll(new TFix(), allAtOnce, rule, title));
        (await allAtOnce.Text()).ShouldBe(expected, "all at once");
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

    private static async Task<CodeAction> FixAll(CodeFixProvider provider, FixWorkspace workspace, string rule, string? title)
    {
        ImmutableArray<Diagnostic> found = await workspace.Find(rule);
        CodeAction first = (await Actions(provider, workspace.Document, found[0])).First(candidate => title is null || candidate.Title == title);
        FixAllContext context = new(workspace.Document, provider, FixAllScope.Document, first.EquivalenceKey, [rule], new Known(found), TestContext.Current.CancellationToken);
        CodeAction? all = await provider.GetFixAllProvider()!.GetFixAsync(context);
        return all.ShouldNotBeNull();
    }

    private sealed class Known(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
