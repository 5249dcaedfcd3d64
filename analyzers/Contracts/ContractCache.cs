using System.Collections.Concurrent;
using System.Linq;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.Contracts;

/// <summary>The contracts of a compilation's structs and calls, of its own source and of metadata alike, each read once.</summary>
internal sealed class ContractCache
{
    // Hostile nesting must not end the compiler.
    private const int MaximumDepth = 8;

    private readonly ConcurrentDictionary<INamedTypeSymbol, StructContract?> _structs = new(SymbolEqualityComparer.Default);

    private readonly ConcurrentDictionary<IMethodSymbol, CallContract?> _calls = new(SymbolEqualityComparer.Default);

    /// <summary>The contract of a declared call; null for any other method.</summary>
    public CallContract? Of(IMethodSymbol method) => method.IsStatic && !method.IsGenericMethod ? _calls.GetOrAdd(method, CallReader.Read) : null;

    /// <summary>The contract of a kernel struct or union; null for any other type.</summary>
    public StructContract? Of(ITypeSymbol? type)
        => type is INamedTypeSymbol { TypeKind: TypeKind.Struct, IsGenericType: false } named ? _structs.GetOrAdd(named, Read) : null;

    /// <summary>Whether a value in a struct, or in a struct nested in it, can break a rule.</summary>
    public bool LimitsValues(ITypeSymbol? type) => LimitsValues(type, MaximumDepth);

    private bool LimitsValues(ITypeSymbol? type, int depth)
        => depth > 0 && Of(type) is { } contract && contract.Fields.Any(field => field.LimitsValues || LimitsValues(field.Field.Type, depth - 1));

    /// <summary>Whether it is a declared call, or what stands beside one and makes it.</summary>
    public static bool IsKernelCall(IMethodSymbol method) => method.IsStatic && method.ContainingType.FindByFullName(KnownNames.IoctlGroup) is not null;

    private static StructContract? Read(INamedTypeSymbol type) => type.IsKernelType() ? new ContractReader(type, null).Read() : null;
}
