using System.Linq;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.RawCalls;

/// <summary>Reads the request of a call of <c>ioctl</c>.</summary>
internal static class RequestReader
{
    /// <summary>The request; null where nothing is known of it.</summary>
    public static RequestModel? Read(IOperation request)
    {
        if (Number(request) is { } number)
            return new RequestModel(number, null, Constant(PassedArgumentReader.Unwrap(request)));
        IOperation value = SingleValueReader.Read(request);
        if (Number(value) is { } single)
            return new RequestModel(single, null, Constant(value) ?? Constant(PassedArgumentReader.Unwrap(request)));
        if (value is IPropertyReferenceOperation { Property: { Name: "Number", ContainingType.Name: "IoctlCommand" }, Instance: { } instance })
            value = SingleValueReader.Read(instance);
        if (value is IPropertyReferenceOperation { Property: { IsStatic: true, ContainingType.Name: "Commands" } command })
            return new RequestModel(null, command.Name, null);
        return value is IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true } field } ? Initial(field) : null;
    }

    private static uint? Number(IOperation value)
    {
        IOperation inner = value.ConstantValue.HasValue ? value : PassedArgumentReader.Unwrap(value);
        return inner.ConstantValue is { HasValue: true, Value: var constant } && ConstantReader.Bits(constant) is { } bits && bits >> 32 is 0 or uint.MaxValue ? (uint)bits : null;
    }

    private static string? Constant(IOperation value) => value switch
    {
        IFieldReferenceOperation field => field.Field.Name,
        ILocalReferenceOperation local => local.Local.Name,
        _ => null,
    };

    // static readonly uint NAME = 0x...; its initializer may stand in another file, where only its text is at hand.
    private static RequestModel? Initial(IFieldSymbol field)
    {
        ExpressionSyntax? value = (field.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() as VariableDeclaratorSyntax)?.Initializer?.Value;
        while (value is CastExpressionSyntax or ParenthesizedExpressionSyntax)
            value = value is CastExpressionSyntax cast ? cast.Expression : ((ParenthesizedExpressionSyntax)value).Expression;
        return value switch
        {
            LiteralExpressionSyntax { Token.Value: var literal } when ConstantReader.Bits(literal) is { } bits and <= uint.MaxValue => new RequestModel((uint)bits, null, field.Name),
            MemberAccessExpressionSyntax
            {
                Name.Identifier.ValueText: "Number",
                Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Commands" } },
            } => new RequestModel(null, name, null),
            _ => null,
        };
    }
}
