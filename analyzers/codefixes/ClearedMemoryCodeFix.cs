using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using IoctlSharp.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IoctlSharp.CodeFixes;

/// <summary>Takes memory from whoever clears it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ClearedMemoryCodeFix : NodeCodeFix<ArgumentSyntax>
{
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleIds.UninitializedMemoryReachesKernel);

    protected override IEnumerable<Replacement> Replacements(ArgumentSyntax node, SemanticModel model, Diagnostic diagnostic)
    {
        SyntaxNode allocation = node.SyntaxTree.GetRoot().FindNode(diagnostic.AdditionalLocations[0].SourceSpan, getInnermostNodeForTie: true);
        if (allocation is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: { } name } })
        {
            string? cleared = name.Identifier.ValueText switch
            {
                "Alloc" => "AllocZeroed",
                "AllocateUninitializedArray" => "AllocateArray",
                _ => null,
            };
            if (cleared is not null)
                yield return new Replacement("Allocate it cleared", "", name, name.WithIdentifier(SyntaxFactory.Identifier(cleared).WithTriviaFrom(name.Identifier)));
        }
        else if (allocation.FirstAncestorOrSelf<DeclarationExpressionSyntax>() is { Type: { } type, Designation: SingleVariableDesignationSyntax local } declaration
            && declaration.FirstAncestorOrSelf<ExpressionStatementSyntax>() is { Parent: BlockSyntax } statement && !type.IsVar)
        {
            yield return new Replacement("Start from 'default'", "", statement, SyntaxFactory.ParseStatement($"{type.WithoutTrivia()} {local} = default;").WithTriviaFrom(statement));
        }
    }
}
