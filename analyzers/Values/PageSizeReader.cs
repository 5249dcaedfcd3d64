using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using IoctlSharp.Analyzers.Contracts;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.Values;

/// <summary>Finds rounding to pages of 4096 bytes.</summary>
internal static class PageSizeReader
{
    private const ulong Assumed = 4096;

    public static void Read(OperationAnalysisContext context, ContractCache contracts)
    {
        ISimpleAssignmentOperation assignment = (ISimpleAssignmentOperation)context.Operation;
        // All pages of x86 have that size.
        if (context.Compilation.Options.Platform is Platform.X64 or Platform.X86)
            return;
        if (assignment.Target is not IFieldReferenceOperation { Field: { IsStatic: false } field } || field.GetAttributes().IsEmpty || assignment.Value.ConstantValue.HasValue)
            return;
        if (contracts.Of(field.ContainingType)?.Of(field) is not { IsPageAligned: true })
            return;
        // Who compared the page's size with something knows which it is.
        if (MentionReader.IsCompared(assignment, "Environment", "SystemPageSize"))
            return;
        foreach (IBinaryOperation arithmetic in assignment.Value.DescendantsAndSelf().OfType<IBinaryOperation>())
        {
            foreach (IOperation operand in new[] { arithmetic.LeftOperand, arithmetic.RightOperand })
            {
                if (Value(arithmetic.OperatorKind, operand) is { } value)
                    Report(context, field, operand, value);
            }
        }
    }

    // A number of pages, the mask of a page, and that of all but it. A shift is as good a product, but 12 is many things.
    private static string? Value(BinaryOperatorKind kind, IOperation operand)
    {
        if (operand.ConstantValue is not { HasValue: true, Value: var constant } || ConstantReader.Bits(constant) is not { } bits)
            return null;
        return kind switch
        {
            BinaryOperatorKind.Multiply or BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder when bits == Assumed => "4096",
            BinaryOperatorKind.Add or BinaryOperatorKind.Subtract or BinaryOperatorKind.And when bits == Assumed - 1 => "4095",
            BinaryOperatorKind.And when bits is ~(Assumed - 1) or 0xffff_f000 => "~4095",
            _ => null,
        };
    }

    private static void Report(OperationAnalysisContext context, IFieldSymbol field, IOperation operand, string value)
    {
        ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty.Add("Value", value).Add("Type", operand.Type?.ToDisplayString());
        context.ReportDiagnostic(Diagnostic.Create(ValueRules.PageSizeIsAssumed, operand.Syntax.GetLocation(), properties, operand.Syntax.ToString(), field.ContainingType.Name, field.Name));
    }
}
