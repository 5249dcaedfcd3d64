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

/// <summary>Puts <c>[KernelStruct]</c> on a struct that is used as one, wherever in the solution it stands.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class KernelTypeCodeFix : NodeCodeFix<MemberDeclarationSyntax>
{
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.FieldTypeIsNotKernelStruct, RuleIds.ArgumentTypeIsNotKernelStruct];

    protected override IEnumerable<Replacement> Replacements(MemberDeclarationSyntax node, SemanticModel model, Diagnostic diagnostic)
    {
        IEnumerable<ITypeSymbol?> used = node is FieldDeclarationSyntax field
            ? [model.GetTypeInfo(field.Declaration.Type).Type]
            : node is MethodDeclarationSyntax method ? Used(method, model) : [];
        INamedTypeSymbol[] types = [.. used.OfType<INamedTypeSymbol>().Where(IsPlain).Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default)];
        if (types.Length != 1 || types[0].DeclaringSyntaxReferences[0].GetSyntax() is not StructDeclarationSyntax declaration)
            yield break;
        INamedTypeSymbol type = types[0];
        string text = $"KernelStruct(\"{CTag.Of(type.Name)}\")";
        string space = model.LookupNamespacesAndTypes(node.SpanStart, name: "KernelStructAttribute").IsEmpty || declaration.SyntaxTree != node.SyntaxTree ? "global::IoctlSharp." : "";
        yield return new Replacement($"Put [{text}] on '{type.Name}'", "", declaration, AttributeEngine.With(declaration.With(SyntaxKind.PartialKeyword), space + text));
    }

    // Parameters, the result, and what an attribute names.
    private static IEnumerable<ITypeSymbol?> Used(MethodDeclarationSyntax method, SemanticModel model)
        => method.DescendantNodes().OfType<TypeSyntax>().Select(type => model.GetTypeInfo(type).Type);

    // A struct that could be a kernel struct as it stands, and is declared in one place.
    private static bool IsPlain(INamedTypeSymbol type)
        => type is { TypeKind: TypeKind.Struct, IsGenericType: false, IsRefLikeType: false, IsReadOnly: false, IsRecord: false, DeclaringSyntaxReferences.Length: 1, ContainingType: null }
            && !type.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "KernelStructAttribute" or "KernelUnionAttribute" or "InlineArrayAttribute" or "StructLayoutAttribute")
            && type.GetMembers().OfType<IFieldSymbol>().Any(field => !field.IsStatic)
            && type.GetMembers().OfType<IFieldSymbol>().All(field => !field.IsImplicitlyDeclared);
}
