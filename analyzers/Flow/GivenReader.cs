using System.Collections.Generic;
using System.Linq;
using IoctlSharp.Analyzers.RawCalls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.Flow;

/// <summary>Tells what a local of a method is given, wherever it is given it.</summary>
internal static class GivenReader
{
    /// <summary>All values that the local is ever given; none when something could give it another one.</summary>
    /// <param name="local">The local.</param>
    /// <param name="place">Any operation of the method.</param>
    public static IReadOnlyList<IOperation> Values(ILocalSymbol local, IOperation place)
    {
        List<IOperation> values = [];
        foreach (IOperation part in PassedArgumentReader.RootOf(place).Descendants())
        {
            switch (part)
            {
                case IVariableDeclaratorOperation { Initializer.Value: { } initial } declarator when SymbolEqualityComparer.Default.Equals(declarator.Symbol, local):
                    values.Add(initial);
                    break;
                case ILocalReferenceOperation reference when SymbolEqualityComparer.Default.Equals(reference.Local, local):
                    if (IsTarget(reference))
                        values.Add(((ISimpleAssignmentOperation)reference.Parent!).Value);
                    else if (IsWrittenOtherwise(reference))
                        return [];
                    break;
            }
        }

        return values;
    }

    /// <summary>What the local holds from its declaration on; null when it is given several values, or could be.</summary>
    public static IOperation? Only(ILocalSymbol local, IOperation place) => Values(local, place) is { Count: 1 } values ? values[0] : null;

    /// <summary>Whether nothing in the method reads the local.</summary>
    public static bool IsNeverRead(ILocalSymbol local, IOperation place)
        => PassedArgumentReader.RootOf(place).Descendants().OfType<ILocalReferenceOperation>()
            .Where(reference => SymbolEqualityComparer.Default.Equals(reference.Local, local))
            .All(reference => (IsTarget(reference) && reference.Parent!.Parent is IExpressionStatementOperation) || reference.Parent is IDeclarationExpressionOperation);

    private static bool IsTarget(ILocalReferenceOperation reference) => reference.Parent is ISimpleAssignmentOperation { IsRef: false } assignment && assignment.Target == reference;

    private static bool IsWrittenOtherwise(ILocalReferenceOperation reference) => reference.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == reference,
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => true,
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None } } => true,
        IIncrementOrDecrementOperation or IAddressOfOperation or ITupleOperation or IDeclarationExpressionOperation => true,
        _ => false,
    };
}
