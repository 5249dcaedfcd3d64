using System.Collections.Generic;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.Lifetime;

/// <summary>Follows one round of a loop around a call that gives the same error each time, to tell for which errors there is another round.</summary>
/// <param name="tests">Reads conditions.</param>
/// <param name="call">The one call in the loop.</param>
internal sealed class RepeatEngine(ErrorTestReader tests, IInvocationOperation call)
{
    private readonly bool _throws = !ErrorTestReader.IsAnswered(call);

    private ErrorSet _again = ErrorSet.None;
    private ErrorSet _thrown = ErrorSet.None;

    /// <summary>The errors after which the loop goes on; null when something else decides.</summary>
    public ErrorSet? Read(ILoopOperation loop)
    {
        (IOperation? test, bool isFirst, bool isNegated) = loop switch
        {
            IWhileLoopOperation loopOf => (loopOf.Condition, loopOf.ConditionIsTop, loopOf.ConditionIsUntil),
            IForLoopOperation loopOf => (loopOf.Condition, true, false),
            _ => (null, true, true),
        };
        if (tests.Read(test) is not { } goesOn || isNegated)
            return null;
        return Run(loop.Body, isFirst ? goesOn : ErrorSet.All)?.Or(_again).And(goesOn);
    }

    // The errors with which control comes out behind the statement.
    private ErrorSet? Run(IOperation statement, ErrorSet live)
    {
        switch (statement)
        {
            case IBlockOperation block:
                return Run(block.Operations, live);
            case IConditionalOperation branch:
                return Branch(branch, Take(branch.Condition, live));
            case IBranchOperation { BranchKind: BranchKind.Continue }:
                _again = _again.Or(live);
                return ErrorSet.None;
            case IBranchOperation { BranchKind: BranchKind.Break }:
                return ErrorSet.None;
            case IReturnOperation or IThrowOperation:
                Take(statement, live);
                return ErrorSet.None;
            case ITryOperation { Finally: null } attempt:
                return Try(attempt, live);
            case IExpressionStatementOperation { Operation: IThrowOperation }:
                return ErrorSet.None;
            case IExpressionStatementOperation or IVariableDeclarationGroupOperation or IEmptyOperation:
                return Take(statement, live);
            default:
                return null;
        }
    }

    private ErrorSet? Run(IEnumerable<IOperation> statements, ErrorSet live)
    {
        foreach (IOperation statement in statements)
        {
            if (Run(statement, live) is not { } next)
                return null;
            live = next;
        }

        return live;
    }

    private ErrorSet? Branch(IConditionalOperation branch, ErrorSet live)
    {
        if (tests.Read(branch.Condition) is { } holds)
            return Run(branch.WhenTrue, live.And(holds)) is { } one && (branch.WhenFalse is null ? live.And(holds.Not()) : Run(branch.WhenFalse, live.And(holds.Not()))) is { } other ? one.Or(other) : null;
        // Of a condition about anything else it is enough that it ends nothing.
        ErrorSet? whenTrue = Run(branch.WhenTrue, live);
        return live.Equals(whenTrue) && (branch.WhenFalse is null || live.Equals(Run(branch.WhenFalse, live))) ? live : null;
    }

    private ErrorSet? Try(ITryOperation attempt, ErrorSet live)
    {
        ErrorSet outer = _thrown;
        _thrown = ErrorSet.None;
        ErrorSet? after = Run(attempt.Body, live);
        foreach (ICatchClauseOperation handler in attempt.Catches)
        {
            if (!Catches(handler.ExceptionType))
                continue;
            if (after is null || (handler.Filter is null ? ErrorSet.All : tests.Read(handler.Filter)) is not { } filter || Run(handler.Handler, _thrown.And(filter)) is not { } handled)
                return null;
            after = after.Or(handled);
            _thrown = _thrown.And(filter.Not());
        }

        _thrown = outer.Or(_thrown);
        return after;
    }

    // A call that throws goes on after success alone.
    private ErrorSet Take(IOperation statement, ErrorSet live)
    {
        if (!_throws || !statement.Syntax.Span.Contains(call.Syntax.Span))
            return live;
        _thrown = _thrown.Or(live.And(ErrorSet.Failure));
        return live.And(ErrorSet.Success);
    }

    private static bool Catches(ITypeSymbol type) => type.SpecialType == SpecialType.System_Object || type.Name is "Exception" or "IOException" or "SystemException" || type.IsOurs("IoctlException");
}
