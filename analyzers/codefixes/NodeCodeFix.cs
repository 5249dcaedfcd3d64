using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace IoctlSharp.CodeFixes;

/// <summary>A fix that replaces the node around the diagnostic. It is offered only where it can be made.</summary>
/// <typeparam name="TNode">The node.</typeparam>
public abstract class NodeCodeFix<TNode> : CodeFixProvider
    where TNode : SyntaxNode
{
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
            return;
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            TNode? node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<TNode>();
            if (node is null)
                continue;
            foreach (Replacement replacement in Replacements(node, model, diagnostic))
            {
                // What has to be changed may stand in another file, or in none of this solution.
                SyntaxTree tree = replacement.Old.SyntaxTree;
                Document? document = tree == root.SyntaxTree ? context.Document : context.Document.Project.Solution.GetDocument(tree);
                if (document is null)
                    continue;
                context.RegisterCodeFix(
                    CodeAction.Create(
                        replacement.Title,
                        cancellation => Change(document, replacement, cancellation),
                        $"{GetType().Name}.{replacement.Key}"),
                    diagnostic);
            }
        }
    }

    /// <summary>What can be done; nothing when a condition is not met.</summary>
    protected abstract IEnumerable<Replacement> Replacements(TNode node, SemanticModel model, Diagnostic diagnostic);

    // One edit is made in the text, and touches nothing else: a fix of all puts together what does not overlap.
    private static async Task<Solution> Change(Document document, Replacement replacement, CancellationToken cancellation)
    {
        if (replacement.New is { ContainsAnnotations: false } @new && TextEdit.Of(replacement.Old, @new) is { } edit)
            return document.WithText((await document.GetTextAsync(cancellation).ConfigureAwait(false)).WithChanges(edit)).Project.Solution;
        SyntaxNode root = (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
        SyntaxNode changed = replacement.New is null ? root.RemoveNode(replacement.Old, SyntaxRemoveOptions.KeepNoTrivia)! : root.ReplaceNode(replacement.Old, replacement.New);
        return document.WithSyntaxRoot(changed).Project.Solution;
    }

    /// <summary>One way to fix a node.</summary>
    protected sealed class Replacement(string title, string key, SyntaxNode old, SyntaxNode? @new)
    {
        /// <summary>What the user reads.</summary>
        public string Title { get; } = title;

        /// <summary>What is the same for all that one fix-all does.</summary>
        public string Key { get; } = key;

        /// <summary>What stands there now.</summary>
        public SyntaxNode Old { get; } = old;

        /// <summary>What stands there then; null removes it.</summary>
        public SyntaxNode? New { get; } = @new;
    }
}
