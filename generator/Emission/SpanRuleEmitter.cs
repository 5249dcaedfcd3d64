using System;
using System.Collections.Generic;
using System.Linq;
using IoctlSharp.Generator.Model;

namespace IoctlSharp.Generator.Emission;

/// <summary>Writes the checks of spans that the kernel takes to be long enough: ahead of everything where parameters say the length, else once the struct is filled.</summary>
/// <param name="writer">Takes them.</param>
/// <param name="method">The method.</param>
/// <param name="place">The expression that is a field.</param>
public sealed class SpanRuleEmitter(CodeWriter writer, MethodModel method, Func<FieldPathModel, string> place)
{
    public void EmitAhead() => Emit(method.SpanRules.Where(rule => !Operands(rule).Any(operand => operand.Field is not null)));

    public void EmitBehindFields() => Emit(method.SpanRules.Where(rule => Operands(rule).Any(operand => operand.Field is not null)));

    private void Emit(IEnumerable<SpanRuleModel> rules)
    {
        foreach (SpanRuleModel rule in rules)
        {
            (string check, string fails, string arguments) = rule switch
            {
                SpanRuleModel.Exactly exactly => ("RequireExactly", $"{rule.Parameter}.Length != {exactly.Length}", $"{rule.Parameter}.Length, {exactly.Length}"),
                SpanRuleModel.AtLeast least => (
                    "RequireAtLeast",
                    $"(ulong){rule.Parameter}.Length < {Value(least.Length)}",
                    $"{rule.Parameter}.Length, {Value(least.Length)}"),
                _ => Bitmap((SpanRuleModel.BitPerPage)rule),
            };
            if (method.Result.Form != ResultForm.Errno)
            {
                writer.Line($"{Names.SpanGuard}.{check}({arguments}, nameof({rule.Parameter}));");
                continue;
            }

            writer.Line($"if ({fails})");
            writer.Continuation($"return {Names.Errno}.EINVAL;");
        }
    }

    private (string Check, string Fails, string Arguments) Bitmap(SpanRuleModel.BitPerPage rule)
    {
        string size = AbiEmitter.Size(rule.Element);
        string bytes = size == "1" ? $"{rule.Parameter}.Length" : $"(long){rule.Parameter}.Length * {size}";
        string arguments = $"{bytes}, {Value(rule.Length)}, {Value(rule.PageSize)}";
        return ("RequireBitPerPage", $"!{Names.SpanGuard}.HasBitPerPage({arguments})", arguments);
    }

    // What is negative is more than anybody has.
    private string Value(OperandModel operand) => $"unchecked((ulong){(operand.Field is { } field ? place(field) : operand.Parameter)})";

    private static IEnumerable<OperandModel> Operands(SpanRuleModel rule) => rule switch
    {
        SpanRuleModel.AtLeast least => [least.Length],
        SpanRuleModel.BitPerPage bitmap => [bitmap.Length, bitmap.PageSize],
        _ => [],
    };
}
