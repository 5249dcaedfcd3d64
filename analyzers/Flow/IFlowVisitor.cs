using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.Flow;

/// <summary>Sees each operation of a method, with what is known just before it takes effect.</summary>
internal interface IFlowVisitor
{
    /// <param name="operation">An operation of the control flow graph; its operands were seen before.</param>
    /// <param name="place">What is known there.</param>
    void Visit(IOperation operation, FlowPlace place);
}
