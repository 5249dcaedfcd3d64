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

/// <summary>Declares the four bytes that stand before a field on every machine but i386.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class PaddingCodeFix : NodeCodeFix<FieldDeclarationSyntax>
{
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.LayoutDiffersOnI386];

    protected override IEnumerable<Replacement> Replacements(FieldDeclarationSyntax node, SemanticModel model, Diagnostic diagnostic)
    {
        // Only where the whole difference is the alignment of 64 bits to 4 bytes, and the field stands alone on its line.
        if (node is not { Declaration.Variables.Count: 1, Parent: StructDeclarationSyntax declaration }
            || model.GetDeclaredSymbol(node.Declaration.Variables[0]) is not IFieldSymbol { Type.SpecialType: SpecialType.System_Int64 or SpecialType.System_UInt64, ContainingType: { } type }
            || !diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture).Contains("has offset"))
            yield break;
        // Named after the field, so that each of several has a name of its own.
        string name = "_before" + CNameEngine.Property(node.Declaration.Variables[0].Identifier.ValueText);
        if (!type.GetMembers(name).IsEmpty)
            yield break;
        string space = model.LookupNamespacesAndTypes(node.SpanStart, name: "ReservedAttribute").IsEmpty ? "IoctlSharp." : "";
        MemberDeclarationSyntax padding = SyntaxFactory.ParseMemberDeclaration($"[{space}Reserved] private uint {name};")!;
        SyntaxTriviaList indentation = new(node.GetLeadingTrivia().Where(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Take(1));
        SyntaxTrivia end = node.GetTrailingTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        padding = padding.WithLeadingTrivia(indentation).WithTrailingTrivia(end.IsKind(SyntaxKind.EndOfLineTrivia) ? end : SyntaxFactory.Space);
        yield return new Replacement($"Declare the padding: [Reserved] private uint {name}", "", declaration, declaration.WithMembers(declaration.Members.Insert(declaration.Members.IndexOf(node), padding)));
    }
}
