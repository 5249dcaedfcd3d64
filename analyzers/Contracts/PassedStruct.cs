using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.Contracts;

/// <summary>A struct that a declared call gives to the kernel, and where it has its values from.</summary>
/// <param name="Type">The struct.</param>
/// <param name="Parameter">The parameter that is the struct; null when the call makes it.</param>
/// <param name="Fields">The fields that parameters are written to.</param>
/// <param name="SetByCall">The fields that the call computes.</param>
/// <param name="Presets">The bits that the call sets.</param>
internal sealed record PassedStruct(
    INamedTypeSymbol Type,
    IParameterSymbol? Parameter,
    ImmutableArray<(IParameterSymbol Parameter, string Field)> Fields,
    ImmutableArray<string> SetByCall,
    ImmutableArray<(string Field, ulong Bits)> Presets)
{
    /// <summary>Whether the caller gives anything in it.</summary>
    public bool HasInput => Parameter is not null || !Fields.IsEmpty;
}
