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

/// <summary>Reads and writes a kernel's value in the order of the machine.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ByteOrderCodeFix : NodeCodeFix<InvocationExpressionSyntax>
{
    private const string Marshal = "System.Runtime.InteropServices.MemoryMarshal";

    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.ByteOrderIsWrong];

    protected override IEnumerable<Replacement> Replacements(InvocationExpressionSyntax node, SemanticModel model, Diagnostic diagnostic)
    {
        if (model.GetSymbolInfo(node).Symbol is not IMethodSymbol method)
            yield break;
        ImmutableArray<string> arguments = node.ArgumentList.Arguments.Select(argument => argument.WithoutTrivia().ToString()).ToImmutableArray();
        string? text = (method.Name, arguments.Length) switch
        {
            ("ReverseEndianness" or "HostToNetworkOrder", 1) => arguments[0],
            ({ } name, 1) when name.StartsWith("Read", System.StringComparison.Ordinal) => $"{Marshal}.Read<{Type(method.ReturnType)}>({arguments[0]})",
            ({ } name, 2) when name.StartsWith("Write", System.StringComparison.Ordinal) && TakesValues(model) => $"{Marshal}.Write<{Type(method.Parameters[1].Type)}>({arguments[0]}, {arguments[1]})",
            _ => null,
        };
        if (text is not null)
            yield return new Replacement("Use the order of the machine", "", node, SyntaxFactory.ParseExpression(text).WithTriviaFrom(node));

        string Type(ITypeSymbol type) => type.ToMinimalDisplayString(model, node.SpanStart);
    }

    // Before .NET 8 it wants a variable by ref.
    private static bool TakesValues(SemanticModel model)
        => model.Compilation.GetTypeByMetadataName(Marshal)?.GetMembers("Write").OfType<IMethodSymbol>().Any(method => method.Parameters.Length == 2 && method.Parameters[1].RefKind == RefKind.In) == true;
}
