using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using IoctlSharp.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IoctlSharp.CodeFixes;

/// <summary>Reads a kernel's value in the order of the machine.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ByteOrderCodeFix : NodeCodeFix<InvocationExpressionSyntax>
{
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.ByteOrderIsWrong];

    protected override IEnumerable<Replacement> Replacements(InvocationExpressionSyntax node, SemanticModel model, Diagnostic diagnostic)
    {
        if (model.GetSymbolInfo(node).Symbol is not IMethodSymbol method || node.ArgumentList.Arguments.Count != 1)
            yield break;
        string argument = node.ArgumentList.Arguments[0].WithoutTrivia().ToString();
        string type = method.ReturnType.ToMinimalDisplayString(model, node.SpanStart);
        string text = method.Name == "ReverseEndianness" ? argument : $"System.Runtime.InteropServices.MemoryMarshal.Read<{type}>({argument})";
        yield return new Replacement("Read it in the order of the machine", "", node, SyntaxFactory.ParseExpression(text).WithTriviaFrom(node));
    }
}
