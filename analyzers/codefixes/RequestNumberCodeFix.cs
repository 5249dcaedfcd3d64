using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using IoctlSharp.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace IoctlSharp.CodeFixes;

/// <summary>Puts the number of a declared command in the place of a literal.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RequestNumberCodeFix : NodeCodeFix<ArgumentSyntax>
{
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleIds.RequestIsLiteral);

    protected override IEnumerable<Replacement> Replacements(ArgumentSyntax node, SemanticModel model, Diagnostic diagnostic)
    {
        // The number is a uint: it goes where one does.
        if (!diagnostic.Properties.TryGetValue("Command", out string? command) || command is null
            || model.GetTypeInfo(node.Expression).ConvertedType?.SpecialType is not (SpecialType.System_UInt32 or SpecialType.System_UInt64 or SpecialType.System_UIntPtr))
            yield break;
        ExpressionSyntax number = SyntaxFactory.ParseExpression($"global::{command}.Number").WithTriviaFrom(node.Expression).WithAdditionalAnnotations(Simplifier.Annotation);
        yield return new Replacement($"Pass {command.Substring(command.LastIndexOf('.') + 1)}", "Command", node.Expression, number);
    }
}
