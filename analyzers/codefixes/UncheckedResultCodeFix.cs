using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using IoctlSharp.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IoctlSharp.CodeFixes;

/// <summary>Throws where the result of a call says that it did not do what it was asked for.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class UncheckedResultCodeFix : NodeCodeFix<ExpressionStatementSyntax>
{
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.ResultMustBeRead, RuleIds.ErrnoIsDiscarded];

    protected override IEnumerable<Replacement> Replacements(ExpressionStatementSyntax node, SemanticModel model, Diagnostic diagnostic)
    {
        // With ?. there may have been no call.
        if (node.Expression is not InvocationExpressionSyntax call || node.Parent is not BlockSyntax || !diagnostic.Properties.TryGetValue("Failure", out string? failure) || failure is null)
            yield break;
        string exception = diagnostic.Id == RuleIds.ErrnoIsDiscarded
            ? $"System.ComponentModel.Win32Exception({Marshal(model)})"
            : $"System.InvalidOperationException(\"{Name(call)} did less than it was asked for.\")";
        string indent = node.GetLeadingTrivia().LastOrDefault(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).ToString();
        string end = node.GetTrailingTrivia().LastOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)) is { RawKind: not 0 } line ? line.ToString() : "\n";
        StatementSyntax test = SyntaxFactory.ParseStatement($"if ({call.WithoutTrivia()} {failure}){end}{indent}    throw new {exception};");
        yield return new Replacement("Throw when it fails", "Throw", node, test.WithTriviaFrom(node));
    }

    private static string Marshal(SemanticModel model)
    {
        INamedTypeSymbol? marshal = model.Compilation.GetTypeByMetadataName("System.Runtime.InteropServices.Marshal");
        return $"System.Runtime.InteropServices.Marshal.{(marshal?.GetMembers("GetLastPInvokeError").IsEmpty == false ? "GetLastPInvokeError" : "GetLastWin32Error")}()";
    }

    private static string Name(InvocationExpressionSyntax call) => call.Expression is MemberAccessExpressionSyntax member ? member.Name.Identifier.ValueText : call.Expression.ToString();
}
