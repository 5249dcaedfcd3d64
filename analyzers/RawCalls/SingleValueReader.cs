using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.RawCalls;

/// <summary>Finds what a local holds that is given one value in its whole method.</summary>
internal static class SingleValueReader
{
    // Locals that are copies of locals.
    private const int MaximumDepth = 8;

    /// <summary>The value without the conversions around it; of a local that has several, or none that is seen, the local itself.</summary>
    public static IOperation Read(IOperation operation)
    {
        IOperation value = PassedArgumentReader.Unwrap(operation);
        for (int depth = 0; depth < MaximumDepth && value is ILocalReferenceOperation { Local: { IsConst: false, RefKind: RefKind.None } } local; depth++)
        {
            if (Of(local) is not { } single)
                break;
            // What a 'fixed' points to stands in an operation without a name.
            value = PassedArgumentReader.Unwrap(single is { Kind: OperationKind.None, ChildOperations: { Count: 1 } pinned } && local.Local.IsFixed ? pinned.First() : single);
        }

        return value;
    }

    private static IOperation? Of(ILocalReferenceOperation read)
    {
        IOperation root = PassedArgumentReader.RootOf(read);
        List<IOperation> values = [];
        foreach (IOperation operation in root.Descendants())
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation { Initializer.Value: { } initial } declarator when SymbolEqualityComparer.Default.Equals(declarator.Symbol, read.Local) && !IsNothing(initial):
                    values.Add(initial);
                    break;
                case ILocalReferenceOperation reference when SymbolEqualityComparer.Default.Equals(reference.Local, read.Local) && Written(reference, out IOperation? written):
                    if (written is null)
                        return null;
                    values.Add(written);
                    break;
            }
        }

        return values.Count == 1 && values[0].Syntax.SpanStart < read.Syntax.SpanStart ? values[0] : null;
    }

    // IntPtr.Zero in front of a try block.
    private static bool IsNothing(IOperation value) => PassedArgumentReader.Unwrap(value) switch
    {
        IDefaultValueOperation => true,
        IFieldReferenceOperation { Field: { Name: "Zero", IsStatic: true } } => true,
        { Type.SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr, ConstantValue: { HasValue: true, Value: 0 or 0u } } => true,
        _ => false,
    };

    // What is written to the local itself; null where that cannot be seen.
    private static bool Written(ILocalReferenceOperation reference, out IOperation? value)
    {
        value = null;
        switch (reference.Parent)
        {
            case ISimpleAssignmentOperation { IsRef: false } assignment when assignment.Target == reference:
                value = assignment.Value;
                return true;
            case IAssignmentOperation assignment:
                return assignment.Target == reference;
            case IIncrementOrDecrementOperation or IAddressOfOperation or ITupleOperation or IDeclarationExpressionOperation:
                return true;
            case IArgumentOperation { Parameter.RefKind: var kind }:
                return kind is RefKind.Ref or RefKind.Out;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                return declarator.Symbol.RefKind == RefKind.Ref;
            default:
                return false;
        }
    }
}
