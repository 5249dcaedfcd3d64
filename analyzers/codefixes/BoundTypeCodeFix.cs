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

/// <summary>Gives a parameter the type of the field that it is bound to, and a span the elements of the tail.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class BoundTypeCodeFix : NodeCodeFix<ParameterSyntax>
{
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.FieldTypeDiffers, RuleIds.TailElementDiffers];

    protected override IEnumerable<Replacement> Replacements(ParameterSyntax node, SemanticModel model, Diagnostic diagnostic)
    {
        if (node is not { Type: { } type, Default: null } || model.GetDeclaredSymbol(node) is not { ContainingSymbol: IMethodSymbol method } parameter)
            yield break;
        ITypeSymbol? better = diagnostic.Id == RuleIds.FieldTypeDiffers ? TypeOfField(method, parameter) : TypeOfTail(method);
        // Of a span the element is replaced.
        TypeSyntax? old = diagnostic.Id == RuleIds.FieldTypeDiffers ? type : (type as GenericNameSyntax)?.TypeArgumentList.Arguments.FirstOrDefault();
        if (better is null || old is null)
            yield break;
        string name = better.ToMinimalDisplayString(model, node.SpanStart);
        yield return new Replacement($"Make it {(old == type ? name : type.ToString().Replace(old.ToString(), name))}", "", old, SyntaxFactory.ParseTypeName(name).WithTriviaFrom(old));
    }

    private static ITypeSymbol? TypeOfField(IMethodSymbol method, IParameterSymbol parameter)
        => CallStructReader.Named(parameter.Find(KnownNames.Field)) is { } name ? CallStructReader.Field(method, name)?.Type : null;

    private static ITypeSymbol? TypeOfTail(IMethodSymbol method)
        => CallStructReader.Structs(method).Select(type => type.Find(KnownNames.Tail)?.Argument<ITypeSymbol>(1)).Where(element => element is not null).ToArray() is { Length: 1 } elements ? elements[0] : null;
}
