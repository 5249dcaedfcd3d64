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

/// <summary>Adds <c>SharesNumber</c> to an <c>[Ioctl]</c>, or removes a <c>MacroType</c> that has no effect and one of two numbers.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class IoctlArgumentCodeFix : NodeCodeFix<AttributeSyntax>
{
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.CommandNumberIsShared, RuleIds.MacroTakesNoType, RuleIds.CommandHasTwoNumbers];

    protected override IEnumerable<Replacement> Replacements(AttributeSyntax node, SemanticModel model, Diagnostic diagnostic)
    {
        if (node.ArgumentList is not { } arguments)
            yield break;
        if (diagnostic.Id == RuleIds.CommandNumberIsShared && Named(arguments, "SharesNumber") is null)
        {
            AttributeArgumentSyntax said = SyntaxFactory.ParseAttributeArgumentList("(SharesNumber = true)")!.Arguments[0].WithLeadingTrivia(SyntaxFactory.Space);
            yield return new Replacement("State that the header has it so: SharesNumber = true", diagnostic.Id, arguments, arguments.AddArguments(said));
        }
        else if (diagnostic.Id == RuleIds.MacroTakesNoType && Named(arguments, "MacroType") is { } stray)
        {
            yield return new Replacement("Remove MacroType", diagnostic.Id, arguments, arguments.WithArguments(arguments.Arguments.Remove(stray)));
        }
        else if (diagnostic.Id == RuleIds.CommandHasTwoNumbers)
        {
            AttributeArgumentSyntax[] legacy = [.. arguments.Arguments.Where(argument => argument.NameEquals?.Name.Identifier.ValueText.StartsWith("Number", System.StringComparison.Ordinal) == true)];
            AttributeArgumentSyntax[] macro = [.. arguments.Arguments.Where(argument => argument.NameEquals is null)];
            yield return new Replacement("Remove the legacy number", "macro", arguments, Without(arguments, legacy));
            // A number of one architecture alone is no number.
            if (Named(arguments, "Number") is not null)
                yield return new Replacement("Remove the macro", "legacy", arguments, Without(arguments, macro));
        }
    }

    private static AttributeArgumentListSyntax Without(AttributeArgumentListSyntax arguments, AttributeArgumentSyntax[] surplus)
        => arguments.RemoveNodes(surplus, SyntaxRemoveOptions.KeepNoTrivia)!;

    private static AttributeArgumentSyntax? Named(AttributeArgumentListSyntax arguments, string name)
        => arguments.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name);
}
