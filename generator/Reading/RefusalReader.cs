using System.Linq;
using IoctlSharp.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IoctlSharp.Generator.Reading;

/// <summary>
/// Reads the head of a method that is not valid, where an implementing part can be written nevertheless: without one the build would end
/// with CS8795 alone, before the analyzers can say what is wrong.
/// </summary>
public static class RefusalReader
{
    public static SignatureModel? Read(IMethodSymbol method)
        => method is { IsStatic: true, IsPartialDefinition: true, PartialImplementationPart: null, IsGenericMethod: false, ReturnsByRef: false, ReturnsByRefReadonly: false }
            && method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is MethodDeclarationSyntax declaration
            && declaration.ParameterList.Parameters.Count == method.Parameters.Length
            && !MethodReader.HasUnknownType(method)
            && HierarchyReader.IsPartial(method.ContainingType)
            && HierarchyReader.CanReopen(method.ContainingType, null)
            && !IsObsolete(method)
            ? SignatureReader.Read(method, declaration)
            : null;

    // What is obsolete itself may use what is obsolete: the error would not be one.
    private static bool IsObsolete(ISymbol symbol)
    {
        for (ISymbol? current = symbol; current is IMethodSymbol or INamedTypeSymbol; current = current.ContainingType)
        {
            if (current.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "ObsoleteAttribute"))
                return true;
        }

        return false;
    }
}
