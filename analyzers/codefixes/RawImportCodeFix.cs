using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using IoctlSharp.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IoctlSharp.CodeFixes;

/// <summary>Lets an import of libc keep errno.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RawImportCodeFix : NodeCodeFix<MethodDeclarationSyntax>
{
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleIds.RawImportLosesErrno);

    protected override IEnumerable<Replacement> Replacements(MethodDeclarationSyntax node, SemanticModel model, Diagnostic diagnostic)
    {
        foreach (AttributeListSyntax list in node.AttributeLists)
        {
            foreach (AttributeSyntax attribute in list.Attributes)
            {
                // SetLastError = false stays the user's to change: it says that errno does not matter.
                if (attribute.Name.ToString() is not ("DllImport" or "LibraryImport") || attribute.ArgumentList is not { } arguments || arguments.ToString().Contains("SetLastError"))
                    continue;
                AttributeArgumentSyntax keeps = SyntaxFactory.AttributeArgument(
                    SyntaxFactory.NameEquals(SyntaxFactory.IdentifierName("SetLastError")), null, SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression)).NormalizeWhitespace();
                AttributeArgumentListSyntax added = arguments.WithArguments(arguments.Arguments.Add(keeps.WithLeadingTrivia(SyntaxFactory.Space)));
                yield return new Replacement("Write SetLastError = true", "SetLastError", arguments, added);
                yield break;
            }
        }
    }
}
