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

/// <summary>Lets a method return what its call can give: an <c>int</c>, an <c>Errno</c> beside out parameters, a <c>KernelBuffer</c> for an answer that grows.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ResultCodeFix : NodeCodeFix<MethodDeclarationSyntax>
{
    public override ImmutableArray<string> FixableDiagnosticIds =>
        [RuleIds.MethodReturnsByReference, RuleIds.OutParameterNeedsErrno, RuleIds.ResultTypeIsUnsupported, RuleIds.AskAgainNeedsBuffer, RuleIds.BufferNeedsAskAgain];

    protected override IEnumerable<Replacement> Replacements(MethodDeclarationSyntax node, SemanticModel model, Diagnostic diagnostic)
    {
        if (model.GetDeclaredSymbol(node) is not { } method)
            yield break;
        if (diagnostic.Id == RuleIds.BufferNeedsAskAgain)
        {
            // The kernel's other protocols need to be told apart by who knows them.
            if (CallStructReader.Structs(method).Any(type => type.GetMembers().Any(member => member.Has(KnownNames.ArgSize))))
                yield return new Replacement("Add [AskAgain]", "", node, AttributeEngine.With(node, "AskAgain"));
            yield break;
        }

        TypeSyntax? better = diagnostic.Id switch
        {
            RuleIds.MethodReturnsByReference => (node.ReturnType as RefTypeSyntax)?.Type,
            RuleIds.OutParameterNeedsErrno when method.ReturnsVoid => Named("Errno"),
            RuleIds.ResultTypeIsUnsupported when IsInteger(method.ReturnType) && !method.GetReturnTypeAttributes().Any() => SyntaxFactory.PredefinedType(SyntaxFactory.Token(SyntaxKind.IntKeyword)),
            RuleIds.AskAgainNeedsBuffer when method.ReturnType.IsKernelType() => SyntaxFactory.ParseTypeName($"{Named("KernelBuffer")}<{node.ReturnType.WithoutTrivia()}>"),
            _ => null,
        };
        if (better is not null)
            yield return new Replacement($"Return {better.WithoutTrivia()}", diagnostic.Id, node.ReturnType, better.WithTriviaFrom(node.ReturnType));

        TypeSyntax Named(string name)
            => SyntaxFactory.ParseTypeName(model.LookupNamespacesAndTypes(node.SpanStart, name: name).Any(type => type.ContainingNamespace?.Name == KnownNames.Namespace) ? name : $"global::{KnownNames.Namespace}.{name}");
    }

    private static bool IsInteger(ITypeSymbol type)
        => type.SpecialType is SpecialType.System_Boolean or SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16
            or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64 or SpecialType.System_IntPtr or SpecialType.System_UIntPtr;
}
