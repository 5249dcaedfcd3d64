using System.Linq;
using IoctlSharp.Analyzers.RawCalls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.Lifetime;

/// <summary>Tells whether an address that a struct is given is used when it is no longer one, for certain.</summary>
internal static class AddressLifeReader
{
    private static readonly AddressFault s_unpinned = new("which nothing pins, so that the garbage collector may move it", "make the call inside of a 'fixed' of it");

    private static readonly AddressFault s_returned = new("after the method returns, when the stack is used for something else", "make the call inside of the method");

    /// <summary>What is wrong; null when nothing is.</summary>
    /// <param name="target">The field that is given the address.</param>
    /// <param name="origin">What it is of.</param>
    /// <param name="isKernel">The field is one of a kernel struct. Of any other struct, one that a call of ioctl gets.</param>
    public static AddressFault? Fault(IFieldReferenceOperation target, AddressOrigin origin, bool isKernel)
    {
        (ILocalSymbol? local, bool isReturned) = Holder(target);
        if (!isKernel && (local is null || !ReachesIoctl(target, local)))
            return null;
        if (FaultOfUse(target, origin) is { } fault)
            return fault;
        if (isReturned)
            return FaultOfReturn(origin);
        if (local is null)
            return origin is { Hold: AddressHold.Statement, Pin: FixedStatementSyntax { Statement: { } body } } && IsLeftBehind(target) && !body.DescendantNodes().Any(node => node is InvocationExpressionSyntax) ? Ended(origin.Pin!) : null;
        ILocalReferenceOperation[] uses = [.. PassedArgumentReader.RootOf(target).Descendants().OfType<ILocalReferenceOperation>()
            .Where(reference => SymbolEqualityComparer.Default.Equals(reference.Local, local) && reference.Syntax.SpanStart > target.Syntax.SpanStart && !IsInFunction(reference))];
        // The address is taken out again.
        if (uses.Any(reference => reference.Parent is IFieldReferenceOperation { Parent: ISimpleAssignmentOperation assignment } field && assignment.Target == field && SymbolEqualityComparer.Default.Equals(field.Field, target.Field) && field != target))
            return null;
        if (uses.Any(IsReturned) && FaultOfReturn(origin) is { } returned)
            return returned;
        return origin.Pin is { } pin && origin.Hold != AddressHold.Method && uses.Any(reference => IsBehind(reference, pin) && !IsWholly(reference) && !IsOther(reference, target.Field)) ? Ended(pin) : null;
    }

    /// <summary>What is wrong with an address wherever it is used.</summary>
    public static AddressFault? FaultOfUse(IOperation use, AddressOrigin origin) => origin switch
    {
        { Hold: AddressHold.Nothing } => s_unpinned,
        { Hold: AddressHold.Statement, Pin: { } pin } when !pin.Span.Contains(use.Syntax.Span) => Ended(pin),
        { Hold: AddressHold.Handle, Pin: { } free } when IsBehind(use, free) => Ended(free),
        _ => null,
    };

    /// <summary>What is wrong with an address that a method returns.</summary>
    public static AddressFault? FaultOfReturn(AddressOrigin origin) => origin.Hold switch
    {
        AddressHold.Method => s_returned,
        AddressHold.Statement when origin.Pin is { } pin => Ended(pin),
        AddressHold.Nothing => s_unpinned,
        _ => null,
    };

    private static AddressFault Ended(SyntaxNode pin) => pin switch
    {
        FixedStatementSyntax => new("after its 'fixed' ends, when the garbage collector may move it", "make the call inside of 'fixed'"),
        ExpressionStatementSyntax => new("after its handle is freed, when the garbage collector may move it", "free the handle after the call"),
        _ => new("after its 'using' ends, when the garbage collector may move it", "make the call inside of it"),
    };

    // The local that holds the struct, which an initializer makes; or that it goes straight to the caller.
    private static (ILocalSymbol? Local, bool IsReturned) Holder(IFieldReferenceOperation target)
    {
        IOperation? holder = target.Instance;
        while (holder is IFieldReferenceOperation inner)
            holder = inner.Instance;
        if (holder is ILocalReferenceOperation { Local: { } local })
            return (local, false);
        IOperation? made = holder is IInstanceReferenceOperation ? target.Parent?.Parent?.Parent : null;
        if (made is not (IObjectCreationOperation or IWithOperation))
            return default;
        IOperation? user = made.Parent;
        while (user is IConversionOperation or IParenthesizedOperation)
            user = user.Parent;
        return user switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: { } declared } } => (declared, false),
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: { } assigned } } => (assigned, false),
            IReturnOperation => (null, true),
            _ => default,
        };
    }

    private static bool ReachesIoctl(IOperation target, ILocalSymbol local)
        => PassedArgumentReader.RootOf(target).Descendants().OfType<IInvocationOperation>().Any(call =>
            RawImportReader.IsIoctl(call.TargetMethod) && call.Arguments.Any(argument => argument.Value.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Any(reference => SymbolEqualityComparer.Default.Equals(reference.Local, local))));

    // In a field of a class, or in what the caller passed by reference, which nothing writes again.
    private static bool IsLeftBehind(IFieldReferenceOperation target)
        => target.Instance is IFieldReferenceOperation { Field.ContainingType.IsReferenceType: true } or IFieldReferenceOperation { Field.IsStatic: true } or IParameterReferenceOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out }
            && PassedArgumentReader.RootOf(target).Descendants().OfType<IFieldReferenceOperation>().Count(other => SymbolEqualityComparer.Default.Equals(other.Field, target.Field)) == 1;

    // Freed in a block that the use is in as well: on the way there it was.
    private static bool IsBehind(IOperation use, SyntaxNode end)
        => use.Syntax.SpanStart >= end.Span.End && (end is not ExpressionStatementSyntax || end.Parent?.Span.Contains(use.Syntax.Span) == true);

    private static bool IsReturned(ILocalReferenceOperation reference)
    {
        IOperation? user = reference.Parent;
        while (user is IConversionOperation)
            user = user.Parent;
        return user is IReturnOperation;
    }

    private static bool IsInFunction(IOperation operation)
    {
        for (IOperation? current = operation; current is not null; current = current.Parent)
        {
            if (current is IAnonymousFunctionOperation or ILocalFunctionOperation)
                return true;
        }

        return false;
    }

    // Another field of the struct is looked at.
    private static bool IsOther(ILocalReferenceOperation reference, IFieldSymbol field) => reference.Parent is IFieldReferenceOperation other && !SymbolEqualityComparer.Default.Equals(other.Field, field);

    private static bool IsWholly(ILocalReferenceOperation reference) => reference.Parent is ISimpleAssignmentOperation assignment && assignment.Target == reference;
}
