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

/// <summary>Exchanges <c>IOR</c> and <c>IOW</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class DirectionCodeFix : NodeCodeFix<AttributeSyntax>
{
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleIds.DirectionContradictsUse);

    protected override IEnumerable<Replacement> Replacements(AttributeSyntax node, SemanticModel model, Diagnostic diagnostic)
    {
        if (node.ArgumentList?.Arguments.FirstOrDefault()?.Expression is not MemberAccessExpressionSyntax { Name: IdentifierNameSyntax { Identifier.ValueText: "IOR" or "IOW" } macro })
            yield break;
        string other = macro.Identifier.ValueText == "IOR" ? "IOW" : "IOR";
        yield return new Replacement($"Write IoctlMacro.{other}", "Direction", macro, SyntaxFactory.IdentifierName(other).WithTriviaFrom(macro));
    }
}
