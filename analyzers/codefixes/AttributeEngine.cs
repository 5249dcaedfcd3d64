using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IoctlSharp.CodeFixes;

/// <summary>Adds and removes attributes of members, keeping indentation and comments where they are.</summary>
internal static class AttributeEngine
{
    /// <summary>Adds an attribute: to the last list where there is one, else in front on the same line.</summary>
    /// <param name="member">The member.</param>
    /// <param name="text">The attribute, as in <c>FieldOffset(0)</c>.</param>
    public static TMember With<TMember>(TMember member, string text)
        where TMember : MemberDeclarationSyntax
    {
        // Parsed, not built: a formatter would put what is built on a line of its own.
        AttributeListSyntax list = SyntaxFactory.ParseMemberDeclaration($"[{text}] int field;")!.AttributeLists[0];
        AttributeListSyntax? last = member.AttributeLists.LastOrDefault(existing => existing.Target is null);
        if (last is not null)
        {
            AttributeListSyntax longer = last.WithAttributes(last.Attributes.Add(list.Attributes[0].WithLeadingTrivia(SyntaxFactory.Space)));
            return (TMember)member.WithAttributeLists(member.AttributeLists.Replace(last, longer));
        }

        SyntaxTriviaList leading = member.GetLeadingTrivia();
        return (TMember)((TMember)member.WithoutLeadingTrivia()).WithAttributeLists(SyntaxFactory.SingletonList(list.WithLeadingTrivia(leading)));
    }

    /// <summary>Removes the attributes of a simple name.</summary>
    public static TMember Without<TMember>(TMember member, string name)
        where TMember : MemberDeclarationSyntax
    {
        foreach (AttributeSyntax attribute in member.AttributeLists.SelectMany(list => list.Attributes).Where(attribute => SimpleName(attribute) is var simple && (simple == name || simple == name + "Attribute")).ToList())
        {
            AttributeSyntax current = member.AttributeLists.SelectMany(list => list.Attributes).First(candidate => candidate.IsEquivalentTo(attribute));
            member = Without(member, current);
        }

        return member;
    }

    /// <summary>Removes one attribute, and its list when it was alone.</summary>
    public static TMember Without<TMember>(TMember member, AttributeSyntax attribute)
        where TMember : SyntaxNode
    {
        AttributeListSyntax list = (AttributeListSyntax)attribute.Parent!;
        if (list.Attributes.Count > 1)
            return member.ReplaceNode(list, list.WithAttributes(list.Attributes.Remove(attribute)));
        SyntaxTriviaList leading = member.GetLeadingTrivia();
        bool isFirst = member.GetFirstToken() == list.GetFirstToken();
        TMember bare = member.RemoveNode(list, SyntaxRemoveOptions.KeepNoTrivia)!;
        return isFirst ? bare.WithLeadingTrivia(leading) : bare;
    }

    private static string SimpleName(AttributeSyntax attribute) => attribute.Name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax aliased => aliased.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };
}
