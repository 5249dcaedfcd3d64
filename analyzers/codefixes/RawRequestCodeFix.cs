using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using IoctlSharp.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IoctlSharp.CodeFixes;

/// <summary>Declares the request of an import of <c>ioctl</c> as <c>nuint</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RawRequestCodeFix : NodeCodeFix<ParameterSyntax>
{
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleIds.RawRequestHasWrongWidth);

    protected override IEnumerable<Replacement> Replacements(ParameterSyntax node, SemanticModel model, Diagnostic diagnostic)
    {
        // Every uint that a caller passes becomes a nuint by itself; a long, an int or an enum does not.
        if (node.Type is PredefinedTypeSyntax { Keyword: var keyword } type && keyword.IsKind(SyntaxKind.UIntKeyword))
            yield return new Replacement("Declare it as 'nuint'", "nuint", type, SyntaxFactory.IdentifierName("nuint").WithTriviaFrom(type));
    }
}
