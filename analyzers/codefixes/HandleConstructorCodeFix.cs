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

/// <summary>Gives a handle the constructor by which a call makes it for the new file descriptor.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class HandleConstructorCodeFix : NodeCodeFix<SyntaxNode>
{
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.HandleHasNoConstructor];

    protected override IEnumerable<Replacement> Replacements(SyntaxNode node, SemanticModel model, Diagnostic diagnostic)
    {
        TypeSyntax? written = node.FirstAncestorOrSelf<ParameterSyntax>()?.Type ?? node.FirstAncestorOrSelf<MethodDeclarationSyntax>()?.ReturnType;
        if (written is null
            || model.GetTypeInfo(written).Type is not INamedTypeSymbol { IsAbstract: false, BaseType.Name: "DeviceHandle", DeclaringSyntaxReferences.Length: 1 } type
            || type.DeclaringSyntaxReferences[0].GetSyntax() is not ClassDeclarationSyntax { ParameterList: null, OpenBraceToken.RawKind: (int)SyntaxKind.OpenBraceToken } declaration
            || type.InstanceConstructors.Any(constructor => constructor.Parameters is { Length: 2 } parameters && parameters[0].Type.SpecialType == SpecialType.System_IntPtr && parameters[1].Type.SpecialType == SpecialType.System_Boolean))
            yield break;
        string text = $"public {type.Name}(nint fd, bool ownsHandle) : base(fd, ownsHandle) {{ }}";
        yield return new Replacement($"Give '{type.Name}' the constructor (nint fd, bool ownsHandle)", "", declaration, WithFirst(declaration, SyntaxFactory.ParseMemberDeclaration(text)!));
    }

    private static ClassDeclarationSyntax WithFirst(ClassDeclarationSyntax declaration, MemberDeclarationSyntax constructor)
    {
        // On one line with the braces where they are on one; else a line of its own, indented like the others.
        bool isOneLine = !declaration.OpenBraceToken.TrailingTrivia.Concat(declaration.CloseBraceToken.LeadingTrivia).Concat(declaration.Members.LastOrDefault()?.GetTrailingTrivia() ?? default)
            .Any(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        if (isOneLine)
            return declaration.WithMembers(declaration.Members.Insert(0, constructor.WithTrailingTrivia(SyntaxFactory.Space)));
        SyntaxTrivia newLine = declaration.DescendantTrivia().First(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        string indentation = declaration.GetLeadingTrivia().LastOrDefault(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).ToString() + "    ";
        MemberDeclarationSyntax placed = constructor.WithLeadingTrivia(SyntaxFactory.Whitespace(indentation)).WithTrailingTrivia(newLine);
        SyntaxList<MemberDeclarationSyntax> members = declaration.Members;
        // An empty line between it and what follows.
        if (members.Count > 0)
            members = members.Replace(members[0], members[0].WithLeadingTrivia(members[0].GetLeadingTrivia().Insert(0, newLine)));
        return declaration.WithMembers(members.Insert(0, placed));
    }
}
