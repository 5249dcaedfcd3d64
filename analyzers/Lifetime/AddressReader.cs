using System.Linq;
using IoctlSharp.Analyzers.RawCalls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.Lifetime;

/// <summary>Tells where an address comes from, as far as one method shows it.</summary>
internal static class AddressReader
{
    private const int MaximumSteps = 8;

    /// <summary>What the address is of; null where it cannot be told.</summary>
    public static AddressOrigin? Read(IOperation value) => Read(value, 0);

    private static AddressOrigin? Read(IOperation value, int steps)
    {
        if (steps > MaximumSteps)
            return null;
        switch (value)
        {
            case IConversionOperation conversion:
                return Read(conversion.Operand, steps + 1);
            case IParenthesizedOperation parenthesized:
                return Read(parenthesized.Operand, steps + 1);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } sum:
                return Read(sum.LeftOperand, steps + 1);
            case IAddressOfOperation { Reference: ILocalReferenceOperation or IParameterReferenceOperation } local:
                return new AddressOrigin("the address of a local on the stack", local.Reference.Syntax.ToString(), null);
            case { Syntax: Microsoft.CodeAnalysis.CSharp.Syntax.StackAllocArrayCreationExpressionSyntax }:
                return new AddressOrigin("memory of the stack", value.Syntax.ToString(), null);
            case IInvocationOperation { TargetMethod: { Name: "AddrOfPinnedObject", ContainingType.Name: "GCHandle" } } or IInvocationOperation { TargetMethod: { Name: "UnsafeAddrOfPinnedArrayElement", ContainingType.Name: "Marshal" } }:
                return new AddressOrigin("an object of the garbage collector", value.Syntax.ToString(), null);
            case IInvocationOperation { TargetMethod: { Name: "AsPointer", ContainingType.Name: "Unsafe" } } reference:
                return new AddressOrigin("a reference of which nobody knows that it stays", reference.Syntax.ToString(), null);
            case ILocalReferenceOperation { Local: { } local } reference:
                return OfLocal(local, reference, steps);
            default:
                return null;
        }
    }

    private static AddressOrigin? OfLocal(ILocalSymbol local, ILocalReferenceOperation reference, int steps)
    {
        IOperation root = PassedArgumentReader.RootOf(reference);
        IVariableDeclaratorOperation? declarator = root.Descendants().OfType<IVariableDeclaratorOperation>().FirstOrDefault(item => SymbolEqualityComparer.Default.Equals(item.Symbol, local));
        if (declarator is null)
            return null;
        if (local.IsFixed)
        {
            SyntaxNode? statement = declarator.Syntax.Ancestors().FirstOrDefault(node => node is Microsoft.CodeAnalysis.CSharp.Syntax.FixedStatementSyntax);
            return new AddressOrigin("an object of the garbage collector, pinned for a moment", (declarator.Initializer?.Value.Syntax ?? declarator.Syntax).ToString(), statement);
        }

        // A local that is given something else in between can hold anything.
        bool isAssigned = root.Descendants().OfType<IAssignmentOperation>().Any(assignment => assignment.Target is ILocalReferenceOperation target && SymbolEqualityComparer.Default.Equals(target.Local, local));
        return !isAssigned && (declarator.Initializer ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer)?.Value is { } initial ? Read(initial, steps + 1) : null;
    }
}
