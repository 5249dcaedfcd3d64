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

/// <summary>Gives a parameter the width of what the kernel takes: a C <c>long</c> is <c>nint</c>, an addend of the number a <c>byte</c>, text a string or bytes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ParameterTypeCodeFix : NodeCodeFix<ParameterSyntax>
{
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.LongIsPassedByValue, RuleIds.NumberParameterIsNotByte, RuleIds.ReturnValueIsNotOutInteger, RuleIds.CStringParameterIsNotText];

    protected override IEnumerable<Replacement> Replacements(ParameterSyntax node, SemanticModel model, Diagnostic diagnostic)
    {
        if (node.Type is not { } type || node.Default is not null)
            yield break;
        ITypeSymbol? old = model.GetTypeInfo(type).Type;
        string? better = (old?.SpecialType, diagnostic.Id) switch
        {
            (_, RuleIds.CStringParameterIsNotText) when !node.Modifiers.Any(modifier => !modifier.IsKind(SyntaxKind.ThisKeyword)) => Text(old),
            (SpecialType.System_Int64, RuleIds.LongIsPassedByValue) => "nint",
            (SpecialType.System_UInt64, RuleIds.LongIsPassedByValue) => "nuint",
            (SpecialType.System_SByte or SpecialType.System_Int32 or SpecialType.System_UInt32, RuleIds.NumberParameterIsNotByte) when !node.Modifiers.Any() => "byte",
            (SpecialType.System_UInt32 or SpecialType.System_Int64, RuleIds.ReturnValueIsNotOutInteger) when node.Modifiers.Any(SyntaxKind.OutKeyword) => "int",
            _ => null,
        };
        if (better is not null)
            yield return new Replacement($"Make it {better}", better, type, SyntaxFactory.ParseTypeName(better).WithTriviaFrom(type));
    }

    // Characters are a string; bytes are read, not written.
    private static string? Text(ITypeSymbol? type)
        => (type is IArrayTypeSymbol array ? array.ElementType : (type as INamedTypeSymbol)?.TypeArguments.FirstOrDefault())?.SpecialType switch
        {
            SpecialType.System_Char => "string",
            SpecialType.System_Byte when type?.Name == "Span" => "ReadOnlySpan<byte>",
            _ => null,
        };
}
