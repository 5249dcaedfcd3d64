using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.Contracts;

/// <summary>How the arguments of a declared call become a struct that the kernel reads. Fields of nested structs stand behind a dot.</summary>
/// <param name="Type">The struct.</param>
/// <param name="Parameter">The parameter that is the struct; null when the call makes it.</param>
/// <param name="Fields">The fields that parameters are written to.</param>
/// <param name="SetByCall">The fields that the call computes, and the span whose length in elements it is; null where it is something else.</param>
/// <param name="Presets">The bits that the call sets.</param>
/// <param name="HasTail">Whether the call puts something behind it.</param>
internal sealed record CallStruct(
    INamedTypeSymbol Type,
    IParameterSymbol? Parameter,
    IReadOnlyList<(IParameterSymbol Parameter, string Field)> Fields,
    IReadOnlyList<(string Field, IParameterSymbol? Span)> SetByCall,
    IReadOnlyList<(string Field, ulong Bits)> Presets,
    bool HasTail)
{
    /// <summary>Whether the caller gives anything in it that can be wrong: what the kernel alone writes has nothing.</summary>
    public bool HasInput { get; } = Parameter is not null || Fields.Count > 0 || SetByCall.Any(field => field.Span is not null);
}
