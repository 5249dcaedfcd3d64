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
public sealed class FlagComparisonCodeFix : NodeCodeFix<ExpressionSyntax>
{
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.FlagsAreComparedWhole];

    protected override IEnumerable<Replacement> Replacements(ExpressionSyntax node, SemanticModel model, Diagnostic diagnostic)
    {
        if (node.Span != diagnostic.Location.SourceSpan || Comparison(node, model) is not var (flags, flag, isEqual) || model.GetConstantValue(flag).Value is not IConvertible constant)
            yield break;
        string text = flag is MemberAccessExpressionSyntax or NameSyntax or ParenthesizedExpressionSyntax ? flag.WithoutTrivia().ToString() : $"({flag.WithoutTrivia()})";
        // One bit is there or not; of several all must be.
        string test = IsOneBit(constant) ? isEqual ? "!= 0" : "== 0" : $"{(isEqual ? "==" : "!=")} {text}";
        ExpressionSyntax masked = SyntaxFactory.ParseExpression($"({flags.WithoutTrivia()} & {text}) {test}");
        yield return new Replacement("Test the flag with &", "", node, masked.WithTriviaFrom(node));
    }

    // Of a case of a switch, or of a property pattern, only who wrote it knows what becomes of the others.
    private static (ExpressionSyntax Flags, ExpressionSyntax Flag, bool IsEqual)? Comparison(ExpressionSyntax node, SemanticModel model) => node switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression } match => (match.Left, match.Right, true),
        BinaryExpressionSyntax binary => model.GetConstantValue(binary.Right).HasValue
            ? (binary.Left, binary.Right, binary.IsKind(SyntaxKind.EqualsExpression))
            : (binary.Right, binary.Left, binary.IsKind(SyntaxKind.EqualsExpression)),
        IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax constant } match => (match.Expression, constant.Expression, true),
        IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax { Pattern: ConstantPatternSyntax constant } } match => (match.Expression, constant.Expression, false),
        _ => null,
    };

    private static bool IsOneBit(IConvertible constant)
    {
        ulong bits = constant.GetTypeCode() is TypeCode.SByte or TypeCode.Int16 or TypeCode.Int32 or TypeCode.Int64
            ? unchecked((ulong)constant.ToInt64(CultureInfo.InvariantCulture))
            : constant.ToUInt64(CultureInfo.InvariantCulture);
        return (bits & (bits - 1)) == 0;
    }
}
