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

/// <summary>Gives a union its explicit layout with every arm at the start.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class UnionLayoutCodeFix : NodeCodeFix<StructDeclarationSyntax>
{
    private const string Interop = "System.Runtime.InteropServices";

    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.UnionIsNotExplicit, RuleIds.UnionArmIsNotAtZero];

    protected override IEnumerable<Replacement> Replacements(StructDeclarationSyntax node, SemanticModel model, Diagnostic diagnostic)
    {
        // The offsets are written only where all fields are; an attribute on another part is not ours to find.
        if (model.GetDeclaredSymbol(node) is not { } type || diagnostic.Id == RuleIds.UnionIsNotExplicit && HasForeignLayout(node, type))
            yield break;
        string space = IsImported(node, model) ? "" : Interop + ".";
        StructDeclarationSyntax made = node.WithMembers(SyntaxFactory.List(node.Members.Select(member => AtZero(member, space))));
        if (diagnostic.Id == RuleIds.UnionIsNotExplicit)
            made = AttributeEngine.With(AttributeEngine.Without(made, "StructLayout"), $"{space}StructLayout({space}LayoutKind.Explicit)");
        yield return new Replacement("Put every arm at the start", "", node, made);
    }

    private static bool HasForeignLayout(StructDeclarationSyntax node, INamedTypeSymbol type)
        => type.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "StructLayoutAttribute" && attribute.ApplicationSyntaxReference is { } reference && !node.FullSpan.Contains(reference.Span) && reference.SyntaxTree == node.SyntaxTree);

    private static bool IsImported(SyntaxNode node, SemanticModel model)
        => model.LookupNamespacesAndTypes(node.SpanStart, name: "StructLayoutAttribute").Any(type => type.ContainingNamespace?.ToDisplayString() == Interop);

    private static MemberDeclarationSyntax AtZero(MemberDeclarationSyntax member, string space)
        => member is FieldDeclarationSyntax field && !field.Modifiers.Any(SyntaxKind.StaticKeyword) && !field.Modifiers.Any(SyntaxKind.ConstKeyword)
            ? AttributeEngine.With(AttributeEngine.Without(field, "FieldOffset"), $"{space}FieldOffset(0)")
            : member;
}
