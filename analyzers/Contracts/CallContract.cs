using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.Contracts;

/// <summary>How the arguments of a declared call become the struct that the kernel reads.</summary>
/// <param name="Struct">The struct; null when the call takes none.</param>
/// <param name="Parameter">The parameter that is the struct; null when the call makes it.</param>
/// <param name="Fields">The fields that parameters are written to.</param>
/// <param name="SetByCall">The fields that the call computes.</param>
/// <param name="Presets">The bits that the call sets.</param>
/// <param name="Pointees">Further parameters that are structs: tails, and what addresses point to.</param>
internal sealed record CallContract(
    INamedTypeSymbol? Struct,
    IParameterSymbol? Parameter,
    ImmutableArray<(IParameterSymbol Parameter, string Field)> Fields,
    ImmutableArray<string> SetByCall,
    ImmutableArray<(string Field, ulong Bits)> Presets,
    ImmutableArray<IParameterSymbol> Pointees)
{
    /// <summary>Whether the caller gives the kernel anything that can be wrong.</summary>
    public bool HasInput => Parameter is not null || !Fields.IsEmpty || !Pointees.IsEmpty;
}
