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

/// <summary>Removes an attribute that says of a field or a parameter what it cannot be; of two that contradict each other, the one that the user names.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RoleCodeFix : NodeCodeFix<SyntaxNode>
{
    private static readonly string[] s_ofFields = ["ArgSize", "TailCount", "CapabilityOffset", "Reserved", "Bits", "CString"];
    private static readonly string[] s_ofParameters = ["Field", "Tail", "Number", "ReturnValue", "CString", "FixedLength", "MinimumLength", "BitPerPage"];

    public override ImmutableArray<string> FixableDiagnosticIds =>
    [
        RuleIds.AttributeIsRepeated, RuleIds.FieldRolesContradict, RuleIds.TailCountHasNoTail, RuleIds.UnionFieldIsNotUnion,
        RuleIds.ParameterAttributesContradict, RuleIds.ParameterAttributeHasNoIoctl,
    ];

    protected override IEnumerable<Replacement> Replacements(SyntaxNode node, SemanticModel model, Diagnostic diagnostic)
    {
        SyntaxNode? owner = node.AncestorsAndSelf().FirstOrDefault(around => around is FieldDeclarationSyntax or ParameterSyntax);
        // A field that shares its type and attributes with others: they are meant too, or not.
        if (owner is null or FieldDeclarationSyntax { Declaration.Variables.Count: > 1 })
            yield break;
        string[] roles = diagnostic.Id switch
        {
            // Without the attribute a parameter would be another argument, and the call has one already.
            RuleIds.AttributeIsRepeated => owner is FieldDeclarationSyntax ? ["ArgSize", "TailCount", "CapabilityOffset"] : [],
            RuleIds.TailCountHasNoTail => ["TailCount"],
            RuleIds.UnionFieldIsNotUnion => ["Union"],
            _ => owner is FieldDeclarationSyntax ? s_ofFields : s_ofParameters,
        };
        foreach (AttributeSyntax attribute in Lists(owner).SelectMany(list => list.Attributes).GroupBy(attribute => Name(attribute, model)).Where(group => roles.Contains(group.Key)).Select(group => group.First()))
            yield return new Replacement($"Remove [{attribute.Name}]", Name(attribute, model), owner, AttributeEngine.Without(owner, attribute));
    }

    private static SyntaxList<AttributeListSyntax> Lists(SyntaxNode owner)
        => owner is ParameterSyntax parameter ? parameter.AttributeLists : ((FieldDeclarationSyntax)owner).AttributeLists;

    private static string Name(AttributeSyntax attribute, SemanticModel model)
        => model.GetTypeInfo(attribute).Type?.Name is { } name && name.EndsWith("Attribute", System.StringComparison.Ordinal) ? name.Substring(0, name.Length - "Attribute".Length) : "";
}
