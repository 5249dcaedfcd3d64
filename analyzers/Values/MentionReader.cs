using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.Values;

/// <summary>Whether a method speaks of something at all: who does has thought of it.</summary>
internal static class MentionReader
{
    /// <summary>Whether the method around an operation uses a field or property.</summary>
    /// <param name="operation">Any operation of the method.</param>
    /// <param name="type">The simple name of its type.</param>
    /// <param name="member">Its name.</param>
    public static bool IsMentioned(IOperation operation, string type, string member)
        => Mentions(operation, type, member).Any();

    /// <summary>Whether the method around an operation compares a field or property with anything.</summary>
    public static bool IsCompared(IOperation operation, string type, string member)
        => Mentions(operation, type, member).Any(reference => reference.Parent is IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals });

    private static IEnumerable<IMemberReferenceOperation> Mentions(IOperation operation, string type, string member)
        => Root(operation).Descendants().OfType<IMemberReferenceOperation>().Where(reference => reference.Member.Name == member && reference.Member.ContainingType?.Name == type);

    /// <summary>Every use of a simple name in the member around an operation, one of a control flow graph as well.</summary>
    public static IEnumerable<IdentifierNameSyntax> Names(IOperation operation, string name)
        => operation.Syntax.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().FirstOrDefault() is { } member
            ? member.DescendantNodes().OfType<IdentifierNameSyntax>().Where(identifier => identifier.Identifier.ValueText == name)
            : [];

    /// <summary>The body around an operation.</summary>
    public static IOperation Root(IOperation operation)
    {
        while (operation.Parent is { } parent)
            operation = parent;
        return operation;
    }
}
