using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace IoctlSharp.Analyzers.Flow;

/// <summary>
/// Follows the values of a method's variables along its control flow graph, joined where ways meet, until nothing changes; then shows each operation
/// to visitors. What another method, a lambda or a pointer could have written is unknown. A method that does not settle soon is not shown.
/// </summary>
internal sealed class FlowEngine(IReadOnlyList<IFlowVisitor> visitors, CancellationToken cancellation)
{
    private const int MaximumBlocks = 2000;
    private const int MaximumRounds = 16;

    /// <param name="graph">The graph of a method's body.</param>
    /// <param name="body">The body itself.</param>
    public void Run(ControlFlowGraph graph, IOperation body) => Run(graph, EscapeReader.Read(body));

    private void Run(ControlFlowGraph graph, ISet<ISymbol> escaped)
    {
        cancellation.ThrowIfCancellationRequested();
        if (graph.Blocks.Length > MaximumBlocks)
            return;
        ValueEngine evaluator = new(escaped, Targets(graph));
        EffectEngine shown = new(evaluator, visitors);
        // Without a way back each block is met once, when all is known of the ways to it.
        if (HasWayBack(graph))
            Show(graph, Settle(graph, new EffectEngine(evaluator, visitors: [])), shown);
        else
            Settle(graph, shown);

        foreach (IMethodSymbol function in graph.LocalFunctions)
            Run(graph.GetLocalFunctionControlFlowGraph(function, cancellation), escaped);
        foreach (IFlowAnonymousFunctionOperation function in shown.Functions)
            Run(graph.GetAnonymousFunctionControlFlowGraph(function, cancellation), escaped);
    }

    private static bool HasWayBack(ControlFlowGraph graph)
    {
        foreach (BasicBlock block in graph.Blocks)
        {
            if (block.ConditionalSuccessor?.Destination?.Ordinal <= block.Ordinal || block.FallThroughSuccessor?.Destination?.Ordinal <= block.Ordinal)
                return true;
        }

        return false;
    }

    private static void Show(ControlFlowGraph graph, FlowState?[]? states, EffectEngine shown)
    {
        foreach (BasicBlock block in graph.Blocks)
        {
            if (states?[block.Ordinal] is { } state)
                shown.Run(block, state);
        }
    }

    // What is known at the start of each block; null for a block that nothing reaches, and for all when they do not settle.
    private FlowState?[]? Settle(ControlFlowGraph graph, EffectEngine effects)
    {
        FlowState?[] states = new FlowState?[graph.Blocks.Length];
        SortedSet<int> waiting = [0];
        states[0] = FlowState.Nothing;
        // Any operation of a try can be the last before its handlers.
        foreach (int handler in Handlers(graph.Root))
        {
            states[handler] = FlowState.Nothing;
            waiting.Add(handler);
        }

        for (int left = graph.Blocks.Length * MaximumRounds; waiting.Count > 0; left--)
        {
            cancellation.ThrowIfCancellationRequested();
            if (left == 0)
                return null;
            int ordinal = waiting.Min;
            waiting.Remove(ordinal);
            BasicBlock block = graph.Blocks[ordinal];
            FlowState after = effects.Run(block, states[ordinal]!);
            // Nobody leaves 'while (true)' by its condition.
            bool? isTaken = block.ConditionKind != ControlFlowConditionKind.None && block.BranchValue?.ConstantValue is { HasValue: true, Value: bool value }
                ? value == (block.ConditionKind == ControlFlowConditionKind.WhenTrue)
                : null;
            Enter(isTaken == false ? null : block.ConditionalSuccessor?.Destination, after);
            Enter(isTaken == true ? null : block.FallThroughSuccessor?.Destination, after);
        }

        return states;

        void Enter(BasicBlock? next, FlowState after)
        {
            if (next is null)
                return;
            FlowState joined = states[next.Ordinal] is { } known ? FlowState.Join(known, after) : after;
            if (states[next.Ordinal]?.Equals(joined) != true)
            {
                states[next.Ordinal] = joined;
                waiting.Add(next.Ordinal);
            }
        }
    }

    private static IEnumerable<int> Handlers(ControlFlowRegion region)
    {
        foreach (ControlFlowRegion nested in region.NestedRegions)
        {
            if (nested.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.Filter or ControlFlowRegionKind.FilterAndHandler or ControlFlowRegionKind.Finally)
                yield return nested.FirstBlockOrdinal;
            foreach (int handler in Handlers(nested))
                yield return handler;
        }
    }

    // A capture with one source that is a place stands for that place where it is assigned.
    private static Dictionary<CaptureId, IOperation> Targets(ControlFlowGraph graph)
    {
        Dictionary<CaptureId, IOperation> targets = [];
        HashSet<CaptureId> ambiguous = [];
        foreach (BasicBlock block in graph.Blocks)
        {
            foreach (IOperation operation in block.Operations)
            {
                if (operation is not IFlowCaptureOperation capture)
                    continue;
                if (!ambiguous.Add(capture.Id))
                    targets.Remove(capture.Id);
                else
                    targets.Add(capture.Id, capture.Value);
            }
        }

        return targets;
    }
}
