using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using IoctlSharp.Generator.Layout;
using IoctlSharp.Generator.Model;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace IoctlSharp.Analyzers.RawCalls;

/// <summary>Compares structs that repeat one of the kernel with the one that a package declares.</summary>
internal static class HandWrittenStructReader
{
    private static readonly DataModel[] s_models = [DataModel.Lp64, DataModel.Ilp32];

    public static void Read(SymbolAnalysisContext context, Lazy<CommandCatalogModel> catalog)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind != TypeKind.Struct || !MayRepeat(type) || Shipped(type, catalog.Value) is not { } shipped || type.Place() is not { } place)
            return;
        // What is wrong with a declared one otherwise, and has no emitted part for it, comes first.
        if (type.IsKernelType() && (type.DeclaringSyntaxReferences.Length < 2
            || type.DeclaringSyntaxReferences.Any(part => part.GetSyntax(context.CancellationToken) is TypeDeclarationSyntax { Modifiers: var modifiers } && !modifiers.Any(SyntaxKind.PartialKeyword))))
            return;
        // A declared one may be longer on purpose: of a newer kernel, or with room for what the kernel puts behind.
        if (Differences(type, shipped, isWhole: !type.IsKernelType(), context.CancellationToken) is var (tag, difference))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                RawCallRules.HandWrittenLayoutDiffers, place, ImmutableDictionary<string, string?>.Empty.Add("Type", shipped.ToDisplayString()), type.Name, tag, difference, shipped.ToDisplayString()));
        }
    }

    /// <summary>The kernel struct that a struct repeats: a declared one by its tag, any other by its name; null when there is none.</summary>
    public static INamedTypeSymbol? Shipped(INamedTypeSymbol type, CommandCatalogModel catalog)
    {
        if (!MayRepeat(type))
            return null;
        string? tag = type.FindByFullName(KnownNames.KernelStruct)?.Argument<string>(0);
        INamedTypeSymbol? shipped = catalog.StructLike(tag ?? type.Name);
        return SymbolEqualityComparer.Default.Equals(shipped, type) || (tag is not null && shipped?.FindByFullName(KnownNames.KernelStruct)?.Argument<string>(0) != tag) ? null : shipped;
    }

    /// <summary>Where a struct of any name contradicts the one that its command takes: a field of the same name stands elsewhere.</summary>
    public static (string Tag, string Difference)? DifferenceByUse(INamedTypeSymbol type, INamedTypeSymbol argument, CancellationToken cancellation)
        => type.IsKernelType() ? null : Differences(type, argument, isWhole: false, cancellation);

    // Who repeats a struct of the kernel writes its layout down, or its name as C has it, or says which it is.
    private static bool MayRepeat(INamedTypeSymbol type)
        => type.TypeKind == TypeKind.Struct && (type.Name.IndexOf('_') >= 0 || ClrStructReader.StatedLayout(type) is not null || type.FindByFullName(KnownNames.KernelStruct) is not null);

    private static (string Tag, string Difference)? Differences(INamedTypeSymbol type, INamedTypeSymbol kernel, bool isWhole, CancellationToken cancellation)
    {
        ShapeReader shapes = new(null, cancellation);
        if (shapes.Read(kernel) is not { } shape)
            return null;
        CStruct? own = type.IsKernelType() ? shapes.Read(type)?.Definition : null;
        foreach (DataModel model in s_models)
        {
            (EquatableArray<FieldLayout> Fields, int Size)? written =
                own is not null ? (CLayoutEngine.Compute(own, model) is var layout ? (layout.Fields, layout.Size) : null)
                : type.IsKernelType() || PlainStructReader.Layout(type, model) is not { } clr ? null
                : (clr.Fields, clr.Size);
            if (written is var (fields, size) && Difference(fields, size, CLayoutEngine.Compute(shape.Definition, model), shape.Definition.Tail is not null, isWhole) is { } difference)
                return (shape.Definition.Name, difference + (model == DataModel.Lp64 ? "" : " on 32-bit machines"));
        }

        return null;
    }

    // The first difference says it all. A struct that ends before the newest fields is that of an older kernel.
    private static string? Difference(IReadOnlyList<FieldLayout> written, int size, StructLayout kernel, bool hasTail, bool isWhole)
    {
        foreach (FieldLayout field in written)
        {
            if (kernel.Fields.FirstOrDefault(other => IsSame(other.Name, field.Name)) is { } twin)
            {
                if (twin.Offset != field.Offset)
                    return $"'{field.Name}' is at offset {field.Offset}, and in C at {twin.Offset}";
                if (twin.Size != field.Size)
                    return $"'{field.Name}' has {field.Size} bytes, and in C {twin.Size}";
            }
            else if (isWhole && field.Offset >= kernel.Size && !hasTail)
            {
                return $"'{field.Name}' lies behind the {kernel.Size} bytes that C has";
            }
        }

        if (!isWhole || written.Count == 0)
            return null;
        FieldLayout last = written[written.Count - 1];
        FieldLayout? missing = kernel.Fields.FirstOrDefault(field => field.Offset < last.Offset && !written.Any(other => other.Offset <= field.Offset && field.Offset < other.Offset + other.Size));
        if (missing is not null)
            return $"it lacks '{missing.Name}' at offset {missing.Offset}";
        return size > kernel.Size && !hasTail ? $"it has {size} bytes, and in C {kernel.Size}" : null;
    }

    private static bool IsSame(string cName, string name)
        => string.Equals(cName.Replace("_", ""), name.Replace("_", ""), StringComparison.OrdinalIgnoreCase);
}
