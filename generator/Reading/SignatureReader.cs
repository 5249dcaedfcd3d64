using System.Linq;
using IoctlSharp.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IoctlSharp.Generator.Reading;

/// <summary>Reads the head of a method so that the implementing part mirrors it: a differing modifier is an error of the compiler's.</summary>
public static class SignatureReader
{
    public static SignatureModel Read(IMethodSymbol method, MethodDeclarationSyntax declaration)
        => new(
            HierarchyReader.Escape(method.Name),
            string.Join(" ", declaration.Modifiers.Select(modifier => modifier.ValueText)),
            method.ReturnsVoid ? "void" : method.ReturnType.AnnotatedText(),
            new EquatableArray<string>(method.Parameters.Select((parameter, index) => Parameter(parameter, declaration.ParameterList.Parameters[index]))),
            new EquatableArray<string>(method.Parameters.Select(parameter => parameter.Name)),
            EmitsSummary: !HierarchyReader.IsDocumented(method));

    private static string Parameter(IParameterSymbol parameter, ParameterSyntax syntax)
    {
        string modifiers = string.Concat(syntax.Modifiers.Select(modifier => modifier.ValueText + " "));
        return $"{modifiers}{parameter.Type.AnnotatedText()} {HierarchyReader.Escape(parameter.Name)}";
    }
}
