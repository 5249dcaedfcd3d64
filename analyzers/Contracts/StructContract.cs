using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.Contracts;

/// <summary>What the declaration of a kernel struct says about the values of its fields.</summary>
/// <param name="Type">The struct.</param>
/// <param name="Fields">All instance fields, in C order.</param>
internal sealed record StructContract(INamedTypeSymbol Type, ImmutableArray<FieldContract> Fields)
{
    /// <summary>Whether a value that reaches the kernel can break it.</summary>
    public bool LimitsValues { get; } = Fields.Any(field => field.LimitsValues);

    public FieldContract? Of(IFieldSymbol field) => Fields.FirstOrDefault(contract => SymbolEqualityComparer.Default.Equals(contract.Field, field));

    public FieldContract? Of(string name) => Fields.FirstOrDefault(contract => contract.Field.Name == name);
}
