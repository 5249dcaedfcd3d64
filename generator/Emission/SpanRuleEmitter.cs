using System.Collections.Generic;
using System.Linq;
using IoctlSharp.Generator.Model;

namespace IoctlSharp.Generator.Emission;

/// <summary>Writes the checks of spans that the kernel takes to be long enough: ahead of everything where parameters say the length, else once the struct is filled.</summary>
public sealed class SpanRuleEmitter(CodeWriter writer, MethodModel method)
{
    public void EmitAhead() => Emit(method.SpanRules.Where(rule => !Operands(rule).Any(operand => operand.IsField)), "");

    /// <param name="argument">The local that is the struct.</param>
    public void EmitBehindFields(string argument) => Emit(method.SpanRules.Where(rule => Operands(rule).Any(operand => operand.IsField)), argument);

    private void Emit(IEnumerable<SpanRuleModel> rules, string argument)
    {
        foreach (SpanRuleModel rule in rules)
        {
            (string check, string fails, string arguments) = rule switch
            {
                SpanRuleModel.Exactly exactly => ("RequireExactly", $"{rule.Parameter}.Length != {exactly.Length}", $"{rule.Parameter}.Length, {exactly.Length}"),
                SpanRuleModel.AtLeast least => (
                    "RequireAtLeast",
                    $"(ulong){rule.Parameter}.Length < {Value(least.Length, argument)}",
                    $"{rule.Parameter}.Length, {Value(least.Length, argument)}"),
                _ => Bitmap((SpanRuleModel.BitPerPage)rule, argument),
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

    private static (string Check, string Fails, string Arguments) Bitmap(SpanRuleModel.BitPerPage rule, string argument)
    {
        string size = AbiEmitter.Size(rule.Element);
        string bytes = size == "1" ? $"{rule.Parameter}.Length" : $"(long){rule.Parameter}.Length * {size}";
        string arguments = $"{bytes}, {Value(rule.Length, argument)}, {Value(rule.PageSize, argument)}";
        return ("RequireBitPerPage", $"!{Names.SpanGuard}.HasBitPerPage({arguments})", arguments);
    }

    // What is negative is more than anybody has.
    private static string Value(OperandModel operand, string argument) => $"unchecked((ulong){(operand.IsField ? $"{argument}.{operand.Name}" : operand.Name)})";

    private static IEnumerable<OperandModel> Operands(SpanRuleModel rule) => rule switch
    {
        SpanRuleModel.AtLeast least => [least.Length],
        SpanRuleModel.BitPerPage bitmap => [bitmap.Length, bitmap.PageSize],
        _ => [],
    };
}
