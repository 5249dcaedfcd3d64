using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.Contracts;

/// <summary>How the arguments of a declared call become the structs that the kernel reads.</summary>
/// <param name="Argument">The struct; null when the call takes none.</param>
/// <param name="Tail">The struct behind it; null when there is none.</param>
/// <param name="Pointees">Further parameters that are structs: what addresses point to.</param>
/// <param name="Result">The field that is the result; null when the result is another.</param>
internal sealed record CallContract(PassedStruct? Argument, PassedStruct? Tail, ImmutableArray<IParameterSymbol> Pointees, IFieldSymbol? Result)
{
    /// <summary>Whether the caller gives the kernel anything that can be wrong.</summary>
    public bool HasInput => Argument is { HasInput: true } || Tail is { HasInput: true } || !Pointees.IsEmpty;
}
