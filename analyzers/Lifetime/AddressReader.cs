using System.Linq;
using IoctlSharp.Analyzers.RawCalls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
            case { Syntax: StackAllocArrayCreationExpressionSyntax }:
                return new AddressOrigin("memory of the stack", value.Syntax.ToString(), null);
            case IInvocationOperation { TargetMethod: { Name: "AddrOfPinnedObject", ContainingType.Name: "GCHandle" }, Instance: ILocalReferenceOperation { Local: { } handle } } when IsFreed(handle, value):
                return new AddressOrigin("an object of the garbage collector, pinned for a moment", value.Syntax.ToString(), PassedArgumentReader.RootOf(value).Syntax);
            // A reference that a span gave can be of any memory.
            case IInvocationOperation { TargetMethod: { Name: "AsPointer", ContainingType.Name: "Unsafe" }, Arguments: { Length: 1 } arguments } reference
                when MayMove(PassedArgumentReader.Unwrap(arguments[0].Value)):
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
            if (!IsManaged(declarator.Initializer?.Value.Syntax, reference.SemanticModel))
                return null;
            SyntaxNode? statement = declarator.Syntax.Ancestors().FirstOrDefault(node => node is FixedStatementSyntax);
            return new AddressOrigin("an object of the garbage collector, pinned for a moment", (declarator.Initializer?.Value.Syntax ?? declarator.Syntax).ToString(), statement);
        }

        // A local that is given something else in between can hold anything.
        bool isAssigned = root.Descendants().OfType<IAssignmentOperation>().Any(assignment => assignment.Target is ILocalReferenceOperation target && SymbolEqualityComparer.Default.Equals(target.Local, local));
        return !isAssigned && (declarator.Initializer ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer)?.Value is { } initial ? Read(initial, steps + 1) : null;
    }

    // An array, a string or a field of an object. A span can be of memory that stays.
    private static bool IsManaged(SyntaxNode? pinned, SemanticModel? model)
    {
        while (pinned is ParenthesizedExpressionSyntax parenthesized)
            pinned = parenthesized.Expression;
        if (pinned is null || model is null)
            return false;
        if (pinned is not PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.AddressOfExpression } address)
            return model.GetTypeInfo(pinned).Type is { TypeKind: TypeKind.Array } or { SpecialType: SpecialType.System_String };
        return address.Operand is ElementAccessExpressionSyntax element
            ? model.GetTypeInfo(element.Expression).Type is { TypeKind: TypeKind.Array }
            : model.GetSymbolInfo(address.Operand).Symbol is IFieldSymbol { ContainingType.IsReferenceType: true };
    }

    // What else holds a GCHandle may hold it for as long as it takes.
    private static bool IsFreed(ILocalSymbol handle, IOperation use)
        => PassedArgumentReader.RootOf(use).Descendants().OfType<IInvocationOperation>()
            .Any(call => call is { TargetMethod.Name: "Free", Instance: ILocalReferenceOperation { Local: { } local } } && SymbolEqualityComparer.Default.Equals(local, handle));

    // An array of the pinned heap stays, and so may one that a field holds.
    private static bool MayMove(IOperation reference) => reference switch
    {
        IArrayElementReferenceOperation { ArrayReference: ILocalReferenceOperation { Local: { } local } } => !PassedArgumentReader.RootOf(reference).Descendants().OfType<IVariableDeclaratorOperation>()
            .Any(item => SymbolEqualityComparer.Default.Equals(item.Symbol, local) && item.Initializer?.Value is { } value && PassedArgumentReader.Unwrap(value) is IInvocationOperation { TargetMethod.ContainingType.Name: "GC" }),
        IArrayElementReferenceOperation { ArrayReference: IParameterReferenceOperation } or ILocalReferenceOperation { Local.IsRef: false } or IFieldReferenceOperation { Field.ContainingType.IsReferenceType: true } => true,
        _ => false,
    };
}
