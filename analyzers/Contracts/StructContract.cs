using System.Collections.Immutable;
using System.Linq;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.Contracts;

/// <summary>What the declaration of a kernel struct says about the values of its fields.</summary>
/// <param name="Type">The struct.</param>
/// <param name="Fields">All instance fields, in C order.</param>
internal sealed record StructContract(INamedTypeSymbol Type, ImmutableArray<FieldContract> Fields)
{
    public bool IsUnion { get; } = Type.FindByFullName(KnownNames.KernelUnion) is not null;

    public FieldContract? Of(IFieldSymbol field) => Fields.FirstOrDefault(contract => SymbolEqualityComparer.Default.Equals(contract.Field, field));

    public FieldContract? Of(string name) => Fields.FirstOrDefault(contract => contract.Field.Name == name);
}
