using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.CallSites;

/// <summary>What is written to a local before it is read at one place. Whatever could write it unseen makes it unknown.</summary>
/// <param name="read">The place.</param>
internal sealed class LocalWrites(ILocalReferenceOperation read)
{
    /// <summary>The last write of the local, or of a field of it, that is certain to have happened and not to be undone; null when none is.</summary>
    /// <param name="field">The field; null for the local itself.</param>
    public (IOperation Value, bool IsOfField)? LastOf(IFieldSymbol? field)
    {
        IOperation root = read;
        while (root.Parent is not null)
            root = root.Parent;
        List<(IOperation At, IOperation? Value, bool IsOfField)> writes = [];
        foreach (IOperation operation in root.Descendants())
        {
            switch (operation)
            {
                case ILabeledOperation or IBranchOperation { BranchKind: BranchKind.GoTo }:
                    return null;
                case IVariableDeclaratorOperation { Initializer: { } initializer } declarator when IsOurs(declarator.Symbol):
                    writes.Add((declarator, initializer.Value, false));
                    break;
                case ILocalReferenceOperation reference when reference != read && IsOurs(reference.Local) && !Add(reference, field, writes):
                    return null;
            }
        }

        int here = read.Syntax.SpanStart;
        // What a loop does behind this place it has done before it the next time.
        if (writes.Any(write => write.At.Syntax.SpanStart > here && Ancestors(read).OfType<ILoopOperation>().Any(loop => Ancestors(write.At).Contains(loop))))
            return null;
        (IOperation At, IOperation? Value, bool IsOfField) last = writes.Where(write => write.At.Syntax.SpanStart < here).LastOrDefault();
        return last.Value is not null && IsCertain(last.At) ? (last.Value, last.IsOfField) : null;
    }

    private bool IsOurs(ILocalSymbol local) => SymbolEqualityComparer.Default.Equals(local, read.Local);

    // False: it could be written where nobody sees it.
    private bool Add(ILocalReferenceOperation reference, IFieldSymbol? field, List<(IOperation At, IOperation? Value, bool IsOfField)> writes)
    {
        if (Function(reference) != Function(read))
            return false;
        switch (reference.Parent)
        {
            case ISimpleAssignmentOperation { IsRef: false } assignment when assignment.Target == reference:
                writes.Add((assignment, assignment.Value, false));
                return true;
            case IFieldReferenceOperation member when member.Instance == reference:
                return AddMember(member, field, writes);
            case IPropertyReferenceOperation property when property.Instance == reference:
                return !IsWritten(property);
            case IInvocationOperation invocation when invocation.Instance == reference:
                if (!invocation.TargetMethod.IsReadOnly && invocation.TargetMethod.ContainingType.SpecialType == SpecialType.None)
                    writes.Add((invocation, null, false));
                return true;
            case IArgumentOperation argument:
                if (argument.Parameter is not { RefKind: RefKind.None or RefKind.In })
                    writes.Add((argument, null, false));
                return argument.Parent is IInvocationOperation { TargetMethod: { ReturnsByRef: false, ReturnsByRefReadonly: false } } or IObjectCreationOperation;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                return declarator.Symbol.RefKind == RefKind.None;
            case IBinaryOperation or IConversionOperation or IReturnOperation or IInterpolationOperation or IWithOperation:
                return true;
            case ISimpleAssignmentOperation { IsRef: false }:
                return true;
            default:
                return false;
        }
    }

    private static bool AddMember(IFieldReferenceOperation member, IFieldSymbol? field, List<(IOperation At, IOperation? Value, bool IsOfField)> writes)
    {
        bool isIt = field is not null && SymbolEqualityComparer.Default.Equals(member.Field, field);
        if (member.Parent is ISimpleAssignmentOperation { IsRef: false } assignment && assignment.Target == member)
        {
            if (isIt)
                writes.Add((assignment, assignment.Value, true));
            return true;
        }

        return !isIt || !IsWritten(member);
    }

    // A property can stand for any field.
    private static bool IsWritten(IMemberReferenceOperation member) => member.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == member,
        IIncrementOrDecrementOperation or IAddressOfOperation or ITupleOperation => true,
        IArgumentOperation { Parameter: not { RefKind: RefKind.None or RefKind.In } } => true,
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None } } => true,
        _ => false,
    };

    // Its statement stands in a block around this place: no condition and no other arm comes between.
    private bool IsCertain(IOperation write)
    {
        IOperation? statement = write;
        while (statement is not (null or IExpressionStatementOperation or IVariableDeclarationGroupOperation))
        {
            if (statement.Parent is IConditionalOperation or IBinaryOperation or ICoalesceOperation or IForLoopOperation or ISwitchExpressionArmOperation)
                return false;
            statement = statement.Parent;
        }

        return statement?.Parent is IBlockOperation block && Ancestors(read).Contains(block);
    }

    private static IOperation? Function(IOperation operation) => Ancestors(operation).FirstOrDefault(ancestor => ancestor is IAnonymousFunctionOperation or ILocalFunctionOperation);

    private static IEnumerable<IOperation> Ancestors(IOperation operation)
    {
        for (IOperation? current = operation.Parent; current is not null; current = current.Parent)
            yield return current;
    }
}
