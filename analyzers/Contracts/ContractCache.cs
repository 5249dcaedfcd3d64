using System.Collections.Concurrent;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.Contracts;

/// <summary>The contracts of a compilation's structs, of its own source and of metadata alike, each read once.</summary>
internal sealed class ContractCache
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, StructContract?> _structs = new(SymbolEqualityComparer.Default);

    /// <summary>The contract of a kernel struct or union; null for any other type.</summary>
    public StructContract? Of(ITypeSymbol? type)
        => type is INamedTypeSymbol { TypeKind: TypeKind.Struct, IsGenericType: false } named ? _structs.GetOrAdd(named, Read) : null;

    private static StructContract? Read(INamedTypeSymbol type) => type.IsKernelType() ? new ContractReader(type, null).Read() : null;
}
