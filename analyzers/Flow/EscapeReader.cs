using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.Flow;

/// <summary>Finds the variables of a method that something can write without naming them: nothing is known of those.</summary>
internal static class EscapeReader
{
    public static ISet<ISymbol> Read(IOperation body)
    {
        HashSet<ISymbol> escaped = new(SymbolEqualityComparer.Default);
        foreach (IOperation operation in body.DescendantsAndSelf())
        {
            switch (operation)
            {
                case IAddressOfOperation address:
                    Add(escaped, address.Reference);
                    break;
                case IAnonymousFunctionOperation or ILocalFunctionOperation:
                    AddCaptured(escaped, operation);
                    break;
                case ILocalReferenceOperation { Local.RefKind: not RefKind.None } reference:
                    escaped.Add(reference.Local);
                    break;
                case IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None } declarator:
                    Add(escaped, declarator);
                    break;
                case ISimpleAssignmentOperation { IsRef: true }:
                    Add(escaped, operation);
                    break;
                case IArgumentOperation { Parameter.RefKind: not RefKind.None } argument when KeepsReference(argument.Parent):
                    Add(escaped, argument.Value);
                    break;
                case ITryOperation { Finally: { } last }:
                    AddAssigned(escaped, last);
                    break;
            }
        }

        return escaped;
    }

    private static bool KeepsReference(IOperation? call) => call switch
    {
        IInvocationOperation { TargetMethod: var method } => method.ReturnsByRef || method.ReturnsByRefReadonly || method.ReturnType.IsRefLikeType || method.ReturnType is IPointerTypeSymbol,
        IObjectCreationOperation { Type.IsRefLikeType: true } => true,
        _ => false,
    };

    private static void Add(HashSet<ISymbol> escaped, IOperation operation)
    {
        foreach (IOperation part in operation.DescendantsAndSelf())
        {
            if (Variable(part) is { } variable)
                escaped.Add(variable);
        }
    }

    private static void AddAssigned(HashSet<ISymbol> escaped, IOperation operation)
    {
        foreach (IOperation part in operation.Descendants())
        {
            if (part is IAssignmentOperation assignment)
                Add(escaped, assignment.Target);
            else if (part is IIncrementOrDecrementOperation or IArgumentOperation { Parameter.RefKind: not RefKind.None } or IInvocationOperation { Instance.Type.IsValueType: true })
                Add(escaped, part);
        }
    }

    // A variable of the outer method that a function inside uses changes when that function runs.
    private static void AddCaptured(HashSet<ISymbol> escaped, IOperation function)
    {
        ISymbol? symbol = (function as IAnonymousFunctionOperation)?.Symbol ?? (function as ILocalFunctionOperation)?.Symbol;
        foreach (ISymbol variable in function.Descendants().Select(Variable).Where(variable => variable is not null)!)
        {
            if (!SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, symbol))
                escaped.Add(variable);
        }
    }

    private static ISymbol? Variable(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };
}
