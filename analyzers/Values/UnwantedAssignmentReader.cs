using System.Linq;
using IoctlSharp.Analyzers.Contracts;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.Values;

/// <summary>Finds writes to fields that nobody has to write: those that stay zero, and those that the call sets.</summary>
internal static class UnwantedAssignmentReader
{
    public static void Read(OperationAnalysisContext context, ContractCache contracts)
    {
        ISimpleAssignmentOperation assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is not IFieldReferenceOperation { Field: { IsStatic: false } field } || field.GetAttributes().IsEmpty)
            return;
        // The struct's own members may do with it what they want.
        if (SymbolEqualityComparer.Default.Equals(context.ContainingSymbol.ContainingType, field.ContainingType) || contracts.Of(field.ContainingType)?.Of(field) is not { } contract)
            return;
        if (contract.IsReserved && assignment.Value.ConstantValue is { HasValue: true, Value: var constant } && ConstantReader.Bits(constant) is not (null or 0))
            Report(ValueRules.ReservedFieldIsWritten, "");
        else if (contract.IsArgSize && Call(assignment, field.ContainingType, contracts) is { } call)
            Report(ValueRules.ArgSizeIsSetByCaller, call.Name);

        void Report(DiagnosticDescriptor rule, string method)
            => context.ReportDiagnostic(Diagnostic.Create(rule, assignment.Syntax.GetLocation(), field.ContainingType.Name, field.Name, method));
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
