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

/// <summary>Removes a stated layout, so that the layout of C is generated. Not where offsets are stated too: those may be the truth.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class StatedLayoutCodeFix : NodeCodeFix<StructDeclarationSyntax>
{
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.LayoutIsAuto, RuleIds.LayoutDiffersFromC];

    protected override IEnumerable<Replacement> Replacements(StructDeclarationSyntax node, SemanticModel model, Diagnostic diagnostic)
    {
        bool statesOffsets = model.GetDeclaredSymbol(node) is not { } type
            || type.GetMembers().Any(member => member is IFieldSymbol && member.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "FieldOffsetAttribute"));
        StructDeclarationSyntax bare = AttributeEngine.Without(node, "StructLayout");
        if (!statesOffsets && bare.AttributeLists.Sum(list => list.Attributes.Count) < node.AttributeLists.Sum(list => list.Attributes.Count))
            yield return new Replacement("Remove [StructLayout]: the layout of C is generated", "", node, bare);
    }
}
