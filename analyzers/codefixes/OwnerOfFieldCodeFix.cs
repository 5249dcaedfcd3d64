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

/// <summary>Says with <c>Of =</c> which of the two structs of a call has the field; the user knows which is meant.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class OwnerOfFieldCodeFix : NodeCodeFix<SyntaxNode>
{
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.FieldIsAmbiguous];

    protected override IEnumerable<Replacement> Replacements(SyntaxNode node, SemanticModel model, Diagnostic diagnostic)
    {
        AttributeSyntax? attribute = node.FirstAncestorOrSelf<AttributeSyntax>()
            ?? node.FirstAncestorOrSelf<ParameterSyntax>()?.AttributeLists.SelectMany(list => list.Attributes).FirstOrDefault(candidate => model.GetTypeInfo(candidate).Type.IsOurs(KnownNames.Field));
        if (attribute?.ArgumentList is not { Arguments.Count: > 0 } arguments
            || model.GetConstantValue(arguments.Arguments[0].Expression).Value is not string name
            || node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method
            || model.GetDeclaredSymbol(method) is not { } symbol
            || arguments.Arguments.Any(argument => argument.NameEquals?.Name.Identifier.ValueText == "Of"))
            yield break;
        foreach (INamedTypeSymbol owner in CallStructReader.Fields(symbol, name).Select(field => field.ContainingType))
        {
            string text = $"Of = typeof({owner.ToMinimalDisplayString(model, attribute.SpanStart)})";
            AttributeArgumentSyntax argument = SyntaxFactory.ParseAttributeArgumentList($"({text})")!.Arguments[0].WithLeadingTrivia(SyntaxFactory.Space);
            yield return new Replacement($"Write {text}", owner.Name, arguments, arguments.AddArguments(argument));
        }
    }
}
