using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IoctlSharp.CodeFixes;

/// <summary>Adds and removes modifiers, keeping indentation and comments where they are.</summary>
internal static class ModifierEngine
{
    /// <summary>Adds a modifier: an access modifier in front, <c>partial</c> last.</summary>
    public static TMember With<TMember>(this TMember member, SyntaxKind modifier)
        where TMember : MemberDeclarationSyntax
    {
        if (member.Modifiers.Any(modifier))
            return member;
        SyntaxTriviaList leading = member.GetLeadingTrivia();
        TMember bare = (TMember)member.WithoutLeadingTrivia();
        SyntaxToken added = SyntaxFactory.Token(modifier).WithTrailingTrivia(SyntaxFactory.Space);
        int partial = bare.Modifiers.IndexOf(SyntaxKind.PartialKeyword);
        int place = modifier == SyntaxKind.InternalKeyword ? 0 : partial < 0 ? bare.Modifiers.Count : partial;
        return (TMember)bare.WithModifiers(bare.Modifiers.Insert(place, added)).WithLeadingTrivia(leading);
    }

    /// <summary>Removes modifiers.</summary>
    public static TMember Without<TMember>(this TMember member, params SyntaxKind[] modifiers)
        where TMember : MemberDeclarationSyntax
    {
        SyntaxTriviaList leading = member.GetLeadingTrivia();
        TMember bare = (TMember)member.WithoutLeadingTrivia();
        return (TMember)bare.WithModifiers(new SyntaxTokenList(bare.Modifiers.Where(token => !modifiers.Contains(token.Kind())))).WithLeadingTrivia(leading);
    }

    public static bool HasAccess(this MemberDeclarationSyntax member)
        => member.Modifiers.Any(token => token.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.PrivateKeyword or SyntaxKind.ProtectedKeyword);
}
