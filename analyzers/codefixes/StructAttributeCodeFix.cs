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

/// <summary>Lets <c>[KernelStruct]</c> and <c>[KernelUnion]</c> say one thing: struct or union, a C tag or none.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class StructAttributeCodeFix : NodeCodeFix<StructDeclarationSyntax>
{
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.StructIsAlsoUnion, RuleIds.StructHasNoCName, RuleIds.AnonymousStructHasCName];

    protected override IEnumerable<Replacement> Replacements(StructDeclarationSyntax node, SemanticModel model, Diagnostic diagnostic)
    {
        AttributeSyntax[] attributes = [.. node.AttributeLists.SelectMany(list => list.Attributes).Where(attribute => model.GetTypeInfo(attribute).Type?.Name is "KernelStructAttribute" or "KernelUnionAttribute")];
        return diagnostic.Id switch
        {
            // Both have to stand here: what is on another part is not seen.
            RuleIds.StructIsAlsoUnion when attributes.Length == 2 => attributes.Select(attribute => new Replacement($"Remove [{attribute.Name}]", attribute.Name.ToString(), node, AttributeEngine.Without(node, attribute))),
            RuleIds.StructHasNoCName or RuleIds.AnonymousStructHasCName when attributes.Length == 1 && attributes[0].ArgumentList is { } arguments => OfArguments(arguments, node.Identifier.ValueText, diagnostic.Id),
            _ => [],
        };
    }

    private static IEnumerable<Replacement> OfArguments(AttributeArgumentListSyntax arguments, string name, string rule)
    {
        if (arguments.Arguments.FirstOrDefault(argument => argument.NameEquals is null) is not { } tag)
            yield break;
        if (rule == RuleIds.StructHasNoCName)
        {
            string mechanical = CTag.Of(name);
            ExpressionSyntax literal = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(mechanical));
            yield return new Replacement($"Write the tag \"{mechanical}\"", "", tag.Expression, literal.WithTriviaFrom(tag.Expression));
            yield break;
        }

        yield return new Replacement("Remove the C tag", "tag", arguments, arguments.WithArguments(arguments.Arguments.Remove(tag)));
        if (arguments.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == "Anonymous") is { } anonymous)
            yield return new Replacement("Remove Anonymous", "anonymous", arguments, arguments.WithArguments(arguments.Arguments.Remove(anonymous)));
    }
}
