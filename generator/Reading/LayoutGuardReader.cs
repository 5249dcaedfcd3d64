using System.Collections.Generic;
using System.Linq;
using System.Threading;
using IoctlSharp.Generator.Layout;
using IoctlSharp.Generator.Model;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Generator.Reading;

/// <summary>Finds the structs that a 32-bit process must not exchange with the kernel.</summary>
public sealed class LayoutGuardReader(CancellationToken cancellation)
{
    // No kernel struct comes near; hostile nesting must not exhaust the stack.
    private const int MaximumDepth = 32;

    // A group's commands share a few structs.
    private readonly Dictionary<INamedTypeSymbol, IReadOnlyList<LayoutGuardModel>>[] _known =
        [new(SymbolEqualityComparer.Default), new(SymbolEqualityComparer.Default)];

    /// <summary>Those of a method: its argument, what stands behind it and what it points to.</summary>
    public EquatableArray<LayoutGuardModel> Read(IMethodSymbol method)
    {
        IEnumerable<ITypeSymbol> stated = method.GetAttributes()
            .SelectMany(attribute => attribute.NamedArguments)
            .Select(argument => argument.Value)
            .Where(value => value.Kind == TypedConstantKind.Type)
            .Select(value => value.Value)
            .OfType<ITypeSymbol>();
        return new EquatableArray<LayoutGuardModel>(method.Parameters.Select(parameter => parameter.Type)
            .Append(method.ReturnType)
            .Concat(stated)
            .SelectMany(type => Of(type, isUntranslated: false, depth: 0))
            .Distinct());
    }

    /// <summary>What a struct itself is guarded by; null when by nothing.</summary>
    public LayoutGuardModel? Read(INamedTypeSymbol type) => Of(type, isUntranslated: false, depth: 0).FirstOrDefault(guard => guard.IsMisread);

    private IReadOnlyList<LayoutGuardModel> Of(ITypeSymbol type, bool isUntranslated, int depth)
    {
        cancellation.ThrowIfCancellationRequested();
        if (depth > MaximumDepth)
            return [];
        if (type.IsInlineArray(out ITypeSymbol? element, out _))
            return Of(element!, isUntranslated, depth + 1);
        return type switch
        {
            IArrayTypeSymbol array => Of(array.ElementType, isUntranslated, depth + 1),
            IPointerTypeSymbol pointer => Of(pointer.PointedAtType, isUntranslated, depth + 1),
            INamedTypeSymbol { IsGenericType: true } generic => [.. generic.TypeArguments.SelectMany(argument => Of(argument, isUntranslated, depth + 1))],
            INamedTypeSymbol named when named.IsKernelType() =>
                OfStruct(named, isUntranslated || named.FindByFullName(KnownNames.KernelStruct)?.Named<bool>("Untranslated") == true, depth),
            _ => [],
        };
    }

    private IReadOnlyList<LayoutGuardModel> OfStruct(INamedTypeSymbol type, bool isUntranslated, int depth)
    {
        Dictionary<INamedTypeSymbol, IReadOnlyList<LayoutGuardModel>> known = _known[isUntranslated ? 1 : 0];
        if (known.TryGetValue(type, out IReadOnlyList<LayoutGuardModel>? guards))
            return guards;
        // A struct of itself (CS0523) would never end.
        known[type] = [];
        return known[type] = [.. Own(type, isUntranslated), .. Parts(type).SelectMany(part => Of(part, isUntranslated, depth + 1))];
    }

    private IEnumerable<LayoutGuardModel> Own(INamedTypeSymbol type, bool isUntranslated)
    {
        if (new ShapeReader(null, cancellation).Read(type)?.Definition is not { } definition)
            yield break;
        foreach (DataModel model in new[] { DataModel.Lp64, DataModel.Ilp32, DataModel.I386 })
        {
            if (!CLayoutEngine.TryCompute(definition, model, out _, out _))
                yield break;
        }

        bool differsFromC = ClrStructReader.Read(type, definition) is { } clr && !LayoutDifferenceEngine.Compute(definition, clr, DataModel.I386).IsEmpty;
        LayoutGuardModel guard = new(
            definition.Name.Length > 0 ? definition.Name : type.Name,
            differsFromC,
            isUntranslated && Differs(definition, DataModel.Ilp32),
            isUntranslated && Differs(definition, DataModel.I386));
        if (guard.DiffersFromC || guard.IsMisread)
            yield return guard;
    }

    // A struct within an untranslated one is no more translated than that.
    private static IEnumerable<ITypeSymbol> Parts(INamedTypeSymbol type)
        => ShapeReader.Fields(type).Select(field => field.Type)
            .Concat(type.FindAll(KnownNames.Tail).SelectMany(tail => tail.ConstructorArguments)
                .Where(argument => argument.Kind == TypedConstantKind.Type).Select(argument => argument.Value).OfType<ITypeSymbol>());

    private static bool Differs(CStruct definition, DataModel model)
    {
        StructLayout there = CLayoutEngine.Compute(definition, DataModel.Lp64);
        StructLayout here = CLayoutEngine.Compute(definition, model);
        // A pointer that has half the size stands before padding, which is zero: the other half, in the byte order of the ABIs that have such processes.
        return there.Size != here.Size || there.TailOffset != here.TailOffset || !there.Fields.Select(field => field.Offset).SequenceEqual(here.Fields.Select(field => field.Offset));
    }
}
