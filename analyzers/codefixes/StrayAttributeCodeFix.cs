using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using IoctlSharp.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IoctlSharp.CodeFixes;

/// <summary>Removes an attribute that has no effect.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class StrayAttributeCodeFix : NodeCodeFix<AttributeSyntax>
{
    public override ImmutableArray<string> FixableDiagnosticIds =>
    [
        RuleIds.FieldAttributeHasNoStruct, RuleIds.MethodAttributeHasNoIoctl, RuleIds.MeaningIsUnusable, RuleIds.SpanRuleHasNoSpan,
        RuleIds.ContractDoesNotFitType, RuleIds.ArmIsOutsideUnion, RuleIds.MustReadHasNoResult,
    ];

    protected override IEnumerable<Replacement> Replacements(AttributeSyntax node, SemanticModel model, Diagnostic diagnostic)
    {
        if (node.Parent is AttributeListSyntax { Parent: { } owner })
            yield return new Replacement($"Remove [{node.Name}]", "", owner, AttributeEngine.Without(owner, node));
    }
}
