using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using IoctlSharp.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IoctlSharp.CodeFixes;

/// <summary>Removes an attribute that has no effect.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class StrayAttributeCodeFix : NodeCodeFix<AttributeSyntax>
{
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.FieldAttributeHasNoStruct, RuleIds.MethodAttributeHasNoIoctl, RuleIds.MeaningIsUnusable];

    protected override IEnumerable<Replacement> Replacements(AttributeSyntax node, SemanticModel model, Diagnostic diagnostic)
    {
        if (node.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member || !member.AttributeLists.Any(list => list.Attributes.Contains(node)))
            yield break;
        yield return new Replacement($"Remove [{node.Name}]", "", member, AttributeEngine.Without(member, node));
    }
}
