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

/// <summary>Reads or writes a register by the accessor of its width.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RegisterAccessCodeFix : NodeCodeFix<ExpressionSyntax>
{
    public override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(RuleIds.RegisterAccessMayBeNarrowed);

    protected override IEnumerable<Replacement> Replacements(ExpressionSyntax node, SemanticModel model, Diagnostic diagnostic)
    {
        if (Width(model.GetTypeInfo(node).Type) is not { } width || Register(node, model) is not var (region, offset))
            yield break;
        ExpressionSyntax access = Outside(node);
        if (access.Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment && assignment.Left == access)
        {
            if (assignment.Parent is ExpressionStatementSyntax)
                yield return Call(assignment, $"{region}.Write{width}({offset}, {assignment.Right.WithoutTrivia()})");
        }
        else if (access.Parent is ArgumentSyntax
            {
                RefKindKeyword.RawKind: not (int)SyntaxKind.None,
                Parent: ArgumentListSyntax
                {
                    Arguments: var arguments,
                    Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Volatile" }, Name.Identifier.ValueText: var name } } call,
                },
            })
        {
            if (name == "Read" && arguments.Count == 1)
                yield return Call(call, $"{region}.Read{width}({offset})");
            else if (name == "Write" && arguments.Count == 2)
                yield return Call(call, $"{region}.Write{width}({offset}, {arguments[1].Expression.WithoutTrivia()})");
        }
        else if (access.Parent is not (
            ArgumentSyntax { RefKindKeyword.RawKind: not (int)SyntaxKind.None }
            or RefExpressionSyntax
            or AssignmentExpressionSyntax
            or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.AddressOfExpression or (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression }
            or PostfixUnaryExpressionSyntax
            or MemberAccessExpressionSyntax))
        {
            yield return Call(access, $"{region}.Read{width}({offset})");
        }
    }

    private static Replacement Call(SyntaxNode old, string text) => new("Access it by its width", "", old, SyntaxFactory.ParseExpression(text).WithTriviaFrom(old));

    // *(uint*)(region.Address.Value + offset), or pointer[index] of a local that is the region's start.
    private static (string Region, string Offset)? Register(ExpressionSyntax node, SemanticModel model) => node switch
    {
        PrefixUnaryExpressionSyntax { Operand: var operand } => Inside(operand) is CastExpressionSyntax cast ? Address(Inside(cast.Expression), model) : null,
        ElementAccessExpressionSyntax { Expression: IdentifierNameSyntax pointer, ArgumentList.Arguments: { Count: 1 } indices } => Element(pointer, indices[0].Expression, model),
        _ => null,
    };

    private static (string Region, string Offset)? Address(ExpressionSyntax address, SemanticModel model)
        => address is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum
            ? Start(Inside(sum.Left), model) is { } region && IsOffset(sum.Right, model) ? (region, sum.Right.WithoutTrivia().ToString()) : null
            : Start(address, model) is { } start ? (start, "0") : null;

    private static (string Region, string Offset)? Element(IdentifierNameSyntax pointer, ExpressionSyntax index, SemanticModel model)
    {
        if (model.GetSymbolInfo(pointer).Symbol is not ILocalSymbol { Type: IPointerTypeSymbol { PointedAtType: { } element } } local || Width(element) is not { } width || model.GetConstantValue(index) is not { HasValue: true, Value: int position })
            return null;
        return local.DeclaringSyntaxReferences[0].GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: CastExpressionSyntax { Expression: var source } } && Start(Inside(source), model) is { } region
            ? (region, "0x" + ((long)position * width / 8).ToString("x", CultureInfo.InvariantCulture)) : null;
    }

    // region.Address.Value, or a pointer to its bytes.
    private static string? Start(ExpressionSyntax expression, SemanticModel model) => expression switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value", Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Address", Expression: IdentifierNameSyntax or MemberAccessExpressionSyntax } address } => address.Expression.WithoutTrivia().ToString(),
        IdentifierNameSyntax when model.GetSymbolInfo(expression).Symbol is ILocalSymbol { Type: IPointerTypeSymbol { PointedAtType.SpecialType: SpecialType.System_Byte } } local
            && local.DeclaringSyntaxReferences[0].GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: CastExpressionSyntax { Expression: not IdentifierNameSyntax and var given } } => Start(Inside(given), model),
        _ => null,
    };

    private static bool IsOffset(ExpressionSyntax offset, SemanticModel model)
        => model.GetConstantValue(offset) is { HasValue: true } || model.GetTypeInfo(offset).Type?.SpecialType is SpecialType.System_UInt64 or SpecialType.System_UInt32 or SpecialType.System_UInt16 or SpecialType.System_Byte;

    private static ExpressionSyntax Inside(ExpressionSyntax expression) => expression is ParenthesizedExpressionSyntax parenthesized ? Inside(parenthesized.Expression) : expression;

    private static ExpressionSyntax Outside(ExpressionSyntax expression) => expression.Parent is ParenthesizedExpressionSyntax outer ? Outside(outer) : expression;

    private static int? Width(ITypeSymbol? type) => type?.SpecialType switch
    {
        SpecialType.System_Byte => 8,
        SpecialType.System_UInt16 => 16,
        SpecialType.System_UInt32 => 32,
        SpecialType.System_UInt64 => 64,
        _ => null,
    };
}
