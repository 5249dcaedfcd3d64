using System.Collections.Generic;
using System.Linq;
using IoctlSharp.Analyzers.Contracts;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.Values;

/// <summary>Finds comparisons of all flags that the kernel answers with one of them: by an operator, by a pattern, by the cases of a switch.</summary>
internal sealed class FlagComparisonReader(ContractCache contracts)
{
    public static void ReadOperator(OperationAnalysisContext context)
    {
        IBinaryOperation comparison = (IBinaryOperation)context.Operation;
        if (comparison.OperatorKind is not (BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals))
            return;
        if ((Flags(comparison.LeftOperand, comparison.RightOperand) ?? Flags(comparison.RightOperand, comparison.LeftOperand)) is var (field, flags))
            Report(context, comparison, field, flags);
    }

    /// <summary><c>case X:</c> of a switch over flags.</summary>
    public static void ReadCase(OperationAnalysisContext context)
    {
        if (context.Operation is ISingleValueCaseClauseOperation { Parent.Parent: ISwitchOperation all } single && Flags(all.Value, single.Value) is var (field, flags) && !HasCombinations(Cases(all)))
            Report(context, single.Value, field, flags);
    }

    /// <summary><c>flags is X</c>, an arm of a switch expression, and a property pattern.</summary>
    public void ReadPattern(OperationAnalysisContext context)
    {
        IConstantPatternOperation constant = (IConstantPatternOperation)context.Operation;
        IOperation pattern = constant;
        while (pattern.Parent is INegatedPatternOperation or IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or })
            pattern = pattern.Parent;
        switch (pattern.Parent)
        {
            case IIsPatternOperation match when Flags(match.Value, constant.Value) is var (field, flags) && !HasCombinations([match.Pattern]):
                Report(context, pattern is IBinaryPatternOperation ? constant : match, field, flags);
                break;
            case ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation all } when Flags(all.Value, constant.Value) is var (field, flags) && !HasCombinations(all.Arms):
                Report(context, constant, field, flags);
                break;
            case IPatternCaseClauseOperation { Parent.Parent: ISwitchOperation all } when Flags(all.Value, constant.Value) is var (field, flags) && !HasCombinations(Cases(all)):
                Report(context, constant, field, flags);
                break;
            // It says what the whole answer is, so this and nothing else may be meant; but not of a flag whose own field is taken.
            case IPropertySubpatternOperation { Member: var member, Parent: IRecursivePatternOperation all } when Flags(member, constant.Value) is var (field, flags) && all.PropertySubpatterns.Any(other => IsOf(other.Member, field, flags)):
                Report(context, constant, field, flags);
                break;
        }
    }

    // Whoever names combinations as well tells whole values apart, and knows it.
    private static bool HasCombinations(IEnumerable<IOperation> cases)
        => cases.SelectMany(part => part.DescendantsAndSelf()).Any(part
            => (part as IConstantPatternOperation)?.Value is { } value && AreSeveral(value) || part is ISingleValueCaseClauseOperation single && AreSeveral(single.Value));

    private static IEnumerable<IOperation> Cases(ISwitchOperation all) => all.Cases.SelectMany(part => part.Clauses);

    private static bool AreSeveral(IOperation constant) => constant.ConstantValue is { HasValue: true, Value: var value } && ConstantReader.Bits(value) is { } bits && (bits & (bits - 1)) != 0;

    // A field that is there with that very flag.
    private bool IsOf(IOperation member, IFieldSymbol flagsField, ulong flags)
        => member is IFieldReferenceOperation { Field: var field } && contracts.Of(field.ContainingType)?.Of(field) is { } contract
            && contract.ValidWhen.Any(condition => SymbolEqualityComparer.Default.Equals(condition.Field, flagsField) && condition.Value == flags);

    // The field of a kernel struct that is compared, and the constant; zero compares all of them for good reason.
    private static (IFieldSymbol Field, ulong Flags)? Flags(IOperation operand, IOperation constant)
        => Unconverted(operand) is IFieldReferenceOperation { Instance: not null, Field: var field } && field.Type.IsFlagsEnum() && field.ContainingType.IsKernelType()
            && field.Type.FindByFullName(KnownNames.KernelConstants) is not null
            && constant.ConstantValue is { HasValue: true, Value: var value } && ConstantReader.Bits(value) is { } bits and not 0
            ? (field, bits)
            : null;

    private static IOperation Unconverted(IOperation operation)
    {
        while (operation is IConversionOperation { IsImplicit: true } conversion)
            operation = conversion.Operand;
        return operation;
    }

    private static void Report(OperationAnalysisContext context, IOperation place, IFieldSymbol field, ulong flags)
        => context.ReportDiagnostic(Diagnostic.Create(AnswerRules.FlagsAreComparedWhole, place.Syntax.GetLocation(), $"{field.ContainingType.Name}.{field.Name}", FlagNames.Of(flags, field.Type)));
}
