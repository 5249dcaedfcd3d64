using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.Flow;

/// <summary>A place of a method.</summary>
/// <param name="State">What is known there.</param>
/// <param name="Evaluator">What computes values from it.</param>
internal readonly record struct FlowPlace(FlowState State, ValueEngine Evaluator)
{
    public FlowValue Value(IOperation operation) => Evaluator.Evaluate(operation, State);
}
