using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using IoctlSharp.Analyzers.Rules;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IoctlSharp.CodeFixes;

/// <summary>Lets generated code write a field: without <c>readonly</c>, and internal. The field may stand in another file than the call.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class BoundFieldCodeFix : NodeCodeFix<SyntaxNode>
{
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.FieldIsReadOnly, RuleIds.FieldIsNotAccessible];

    protected override IEnumerable<Replacement> Replacements(SyntaxNode node, SemanticModel model, Diagnostic diagnostic)
    {
        if (FieldAt(node, model) is not { DeclaringSyntaxReferences.Length: 1 } field || field.DeclaringSyntaxReferences[0].GetSyntax().FirstAncestorOrSelf<FieldDeclarationSyntax>() is not { } declaration)
            yield break;
        string name = $"'{field.ContainingType.Name}.{field.Name}'";
        if (diagnostic.Id == RuleIds.FieldIsReadOnly && declaration.Modifiers.Any(SyntaxKind.ReadOnlyKeyword))
            yield return new Replacement($"Remove 'readonly' from {name}", "", declaration, declaration.Without(SyntaxKind.ReadOnlyKeyword));
        if (diagnostic.Id == RuleIds.FieldIsNotAccessible)
            yield return new Replacement($"Make {name} internal", "", declaration, declaration.Without(SyntaxKind.PrivateKeyword, SyntaxKind.ProtectedKeyword).With(SyntaxKind.InternalKeyword));
    }

    private static IFieldSymbol? FieldAt(SyntaxNode node, SemanticModel model)
    {
        if (node.FirstAncestorOrSelf<FieldDeclarationSyntax>() is { Declaration.Variables.Count: 1 } own)
            return model.GetDeclaredSymbol(own.Declaration.Variables[0]) as IFieldSymbol;
        if (node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method || model.GetDeclaredSymbol(method) is not { } symbol)
            return null;
        string? name = node.FirstAncestorOrSelf<ParameterSyntax>() is { } parameter
            ? CallStructReader.Named(model.GetDeclaredSymbol(parameter)?.Find(KnownNames.Field))
            : node.FirstAncestorOrSelf<AttributeSyntax>() is { } attribute
                ? CallStructReader.Named(symbol.GetAttributes().Concat(symbol.GetReturnTypeAttributes()).FirstOrDefault(data => data.ApplicationSyntaxReference?.Span == attribute.Span))
                : null;
        return name is null ? null : CallStructReader.Field(symbol, name);
    }
}
