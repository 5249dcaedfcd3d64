using System.Linq;
using IoctlSharp.Analyzers.Contracts;
using IoctlSharp.Analyzers.Flow;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.Values;

/// <summary>Finds writes to fields that nobody has to write: those that stay zero, and those that the call sets.</summary>
internal static class UnwantedAssignmentReader
{
    private const int MaximumSteps = 4;

    public static void Read(OperationAnalysisContext context, ContractCache contracts)
    {
        IAssignmentOperation assignment = (IAssignmentOperation)context.Operation;
        if (Field(assignment.Target) is not { IsStatic: false } field || field.GetAttributes().IsEmpty)
            return;
        // The struct's own members may do with it what they want.
        if (SymbolEqualityComparer.Default.Equals(context.ContainingSymbol.ContainingType, field.ContainingType) || contracts.Of(field.ContainingType)?.Of(field) is not { } contract)
            return;
        if (contract.IsReserved && SetsSome(assignment))
            Report(ValueRules.ReservedFieldIsWritten, "");
        else if (contract.IsArgSize && assignment is ISimpleAssignmentOperation && Call(assignment, field.ContainingType, contracts) is { } call)
            Report(ValueRules.ArgSizeIsSetByCaller, call.Name);

        void Report(DiagnosticDescriptor rule, string method)
            => context.ReportDiagnostic(Diagnostic.Create(rule, assignment.Syntax.GetLocation(), field.ContainingType.Name, field.Name, method));
    }

    // The field, or the one that is an array of the element: Roslyn has no operation for an element of a fixed buffer.
    private static IFieldSymbol? Field(IOperation target) => target switch
    {
        IFieldReferenceOperation { Field: { } field } => field,
        { Syntax: ElementAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax array }, SemanticModel: { } model } and not (IArrayElementReferenceOperation or IPropertyReferenceOperation) => model.GetSymbolInfo(array).Symbol as IFieldSymbol,
        _ => null,
    };

    // A value that is certain not to be zero, or bits that are set whatever was there.
    private static bool SetsSome(IAssignmentOperation assignment)
        => assignment is ISimpleAssignmentOperation or ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Or } && IsNonZero(assignment.Value, 0);

    private static bool IsNonZero(IOperation value, int steps)
    {
        if (value.ConstantValue is { HasValue: true, Value: var constant })
            return ConstantReader.Bits(constant) is not (null or 0);
        return steps < MaximumSteps && value switch
        {
            IConversionOperation { OperatorMethod: null } conversion => IsNonZero(conversion.Operand, steps + 1),
            IConditionalOperation { WhenFalse: { } otherwise } choice => IsNonZero(choice.WhenTrue, steps + 1) && IsNonZero(otherwise, steps + 1),
            ILocalReferenceOperation { Local: { } local } => GivenReader.Values(local, value) is { Count: > 0 } given && given.All(item => IsNonZero(item, steps + 1)),
            _ => false,
        };
    }

    // A declared call of this method that takes the struct. Who calls the kernel by hand sets the field by hand.
    private static IMethodSymbol? Call(IOperation operation, INamedTypeSymbol type, ContractCache contracts)
    {
        IOperation root = operation;
        while (root.Parent is not null)
            root = root.Parent;
        return root.Descendants().OfType<IInvocationOperation>().Select(call => call.TargetMethod)
            .FirstOrDefault(method => contracts.Of(method)?.Structs.Any(part => part.Parameter is not null && SymbolEqualityComparer.Default.Equals(part.Type, type)) == true);
    }
}
