using System.Linq;
using IoctlSharp.Analyzers.Flow;
using IoctlSharp.Analyzers.RawCalls;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
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
            case IObjectCreationOperation { Arguments: { Length: 1 } arguments } creation when creation.Type.IsOurs(KnownNames.UserPointer):
                return Read(arguments[0].Value, steps + 1);
            case IInvocationOperation { TargetMethod: { Name: "ToInt64" or "ToInt32" or "ToPointer", ContainingType.SpecialType: SpecialType.System_IntPtr }, Instance: { } address }:
                return Read(address, steps + 1);
            case IAddressOfOperation { Reference: ILocalReferenceOperation or IParameterReferenceOperation } local:
                return new AddressOrigin("the address of a local on the stack", local.Reference.Syntax.ToString(), AddressHold.Method, null);
            case { Syntax: StackAllocArrayCreationExpressionSyntax }:
                return new AddressOrigin("memory of the stack", value.Syntax.ToString(), AddressHold.Method, null);
            case IInvocationOperation { TargetMethod: { Name: "AddrOfPinnedObject", ContainingType.Name: "GCHandle" }, Instance: ILocalReferenceOperation { Local: { } handle } }:
                return OfHandle(handle, value);
            case IInvocationOperation { TargetMethod: { Name: "UnsafeAddrOfPinnedArrayElement", ContainingType.Name: "Marshal" }, Arguments: { Length: 2 } elements } when IsOwnAndLoose(elements[0].Value):
                return new AddressOrigin("an object of the garbage collector", elements[0].Value.Syntax.ToString(), AddressHold.Nothing, null);
            // A reference that a span gave can be of any memory.
            case IInvocationOperation { TargetMethod: { Name: "AsPointer", ContainingType.Name: "Unsafe" }, Arguments: { Length: 1 } references }:
                return OfReference(PassedArgumentReader.Unwrap(references[0].Value));
            case IPropertyReferenceOperation { Property: { Name: "Pointer", ContainingType.Name: "MemoryHandle" }, Instance: ILocalReferenceOperation { Local: { } handle } use }:
                return OfMemoryHandle(handle, use);
            case ILocalReferenceOperation { Local: { } local } reference:
                return OfLocal(local, reference, steps);
            default:
                return null;
        }
    }

    private static AddressOrigin? OfLocal(ILocalSymbol local, ILocalReferenceOperation reference, int steps)
    {
        // A local that is given something else in between can hold anything.
        if (GivenReader.Only(local, reference) is not { } given)
            return null;
        if (!local.IsFixed)
            return Read(given, steps + 1);
        IOperation pinned = MemoryReader.Pinned(given);
        SyntaxNode? statement = local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax().FirstAncestorOrSelf<FixedStatementSyntax>();
        return MemoryReader.Read(pinned) switch
        {
            MemoryKind.Managed => new AddressOrigin("an object of the garbage collector, pinned for a moment", given.Syntax.ToString(), AddressHold.Statement, statement),
            MemoryKind.Stack => new AddressOrigin("memory of the stack", given.Syntax.ToString(), AddressHold.Method, statement),
            _ => null,
        };
    }

    private static AddressOrigin? OfReference(IOperation reference) => (reference, MemoryReader.Read(reference)) switch
    {
        // An array that a field holds may be one of the pinned heap.
        (IArrayElementReferenceOperation { ArrayReference: IFieldReferenceOperation }, _) => null,
        (_, MemoryKind.Managed) => new AddressOrigin("a reference of which nobody knows that it stays", reference.Syntax.ToString(), IsPinnedHere(reference) ? AddressHold.Handle : AddressHold.Nothing, null),
        (_, MemoryKind.Stack) or (ILocalReferenceOperation { Local.IsRef: false }, _) => new AddressOrigin("the address of a local on the stack", reference.Syntax.ToString(), AddressHold.Method, null),
        _ => null,
    };

    // What a 'using' around, or of the block around, pins.
    private static AddressOrigin? OfMemoryHandle(ILocalSymbol handle, IOperation use)
    {
        SyntaxNode? pin = handle.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax().Ancestors().FirstOrDefault(node => node is UsingStatementSyntax or BlockSyntax);
        return handle.IsUsing && pin is not null && GivenReader.Only(handle, use) is { } given && PassedArgumentReader.Unwrap(given) is IInvocationOperation { TargetMethod.Name: "Pin", Instance: { } memory }
            ? new AddressOrigin(MemoryReader.Read(memory) == MemoryKind.Managed ? "an object of the garbage collector, pinned for a moment" : null, memory.Syntax.ToString(), AddressHold.Statement, pin)
            : null;
    }

    // What else holds a GCHandle may hold it for as long as it takes; one that the method itself frees it holds until then.
    private static AddressOrigin? OfHandle(ILocalSymbol handle, IOperation use)
    {
        IInvocationOperation[] frees = [.. PassedArgumentReader.RootOf(use).Descendants().OfType<IInvocationOperation>()
            .Where(call => call.TargetMethod.Name == "Free" && call.Instance is ILocalReferenceOperation { Local: { } local } && SymbolEqualityComparer.Default.Equals(local, handle))];
        return frees.Length == 0 ? null
            : new AddressOrigin("an object of the garbage collector, pinned for a moment", use.Syntax.ToString(), AddressHold.Handle, frees.Length == 1 ? (frees[0].Parent as IExpressionStatementOperation)?.Syntax : null);
    }

    // An array of this method that nothing in it pins.
    private static bool IsOwnAndLoose(IOperation array)
        => PassedArgumentReader.Unwrap(array) is ILocalReferenceOperation local && MemoryReader.Read(local) == MemoryKind.Managed && !IsPinnedHere(local);

    private static bool IsPinnedHere(IOperation reference)
        => PassedArgumentReader.RootOf(reference).Syntax.DescendantNodes().Any(node => node is FixedStatementSyntax or IdentifierNameSyntax { Identifier.ValueText: "GCHandle" or "Pin" });
}
