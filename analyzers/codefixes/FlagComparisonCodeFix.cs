using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using IoctlSharp.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IoctlSharp.CodeFixes;

/// <summary>Masks the flag that is tested.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class FlagComparisonCodeFix : NodeCodeFix<BinaryExpressionSyntax>
{
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.FlagsAreComparedWhole];

    protected override IEnumerable<Replacement> Replacements(BinaryExpressionSyntax node, SemanticModel model, Diagnostic diagnostic)
    {
        bool isRight = model.GetConstantValue(node.Right).HasValue;
        ExpressionSyntax flags = isRight ? node.Left : node.Right;
        ExpressionSyntax flag = isRight ? node.Right : node.Left;
        if (model.GetConstantValue(flag).Value is not IConvertible constant)
            yield break;
        string text = flag is MemberAccessExpressionSyntax or IdentifierNameSyntax or ParenthesizedExpressionSyntax ? flag.WithoutTrivia().ToString() : $"({flag.WithoutTrivia()})";
        bool isOneBit = IsOneBit(constant);
        bool isEqual = node.IsKind(SyntaxKind.EqualsExpression);
        // One bit is there or not; of several all must be.
        string test = isOneBit ? isEqual ? "!= 0" : "== 0" : $"{node.OperatorToken.ValueText} {text}";
        ExpressionSyntax masked = SyntaxFactory.ParseExpression($"({flags.WithoutTrivia()} & {text}) {test}");
        yield return new Replacement("Test the flag with &", "", node, masked.WithTriviaFrom(node));
    }

    private static bool IsOneBit(IConvertible constant)
    {
        ulong bits = constant.GetTypeCode() is TypeCode.SByte or TypeCode.Int16 or TypeCode.Int32 or TypeCode.Int64
            ? unchecked((ulong)constant.ToInt64(CultureInfo.InvariantCulture))
            : constant.ToUInt64(CultureInfo.InvariantCulture);
        return (bits & (bits - 1)) == 0;
    }
}
