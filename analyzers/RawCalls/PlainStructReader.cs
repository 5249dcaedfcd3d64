using System.Collections.Generic;
using System.Linq;
using IoctlSharp.Generator.Layout;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.RawCalls;

/// <summary>Reads how the CLR lays out a blittable type that nobody declared as a kernel struct.</summary>
internal static class PlainStructReader
{
    private const int MaximumDepth = 16;

    /// <summary>The bytes of a value on 64-bit machines; null when the marshaller would have to change it, or nobody knows.</summary>
    public static int? SizeOf(ITypeSymbol type)
    {
        if (type.IsKernelType())
            return new ShapeReader(null, default).TypeOf(type) is { } kernel ? CLayoutEngine.SizeOf(kernel, DataModel.Lp64) : null;
        return TypeOf(type, 0) is { } clr
            ? ClrLayoutEngine.Compute(new ClrStruct(ClrLayoutKind.Sequential, 0, 0, new([new ClrField("value", clr)])), DataModel.Lp64)?.Size
            : null;
    }

    /// <summary>The layout of a struct in a data model; null when it has none that is known.</summary>
    public static ClrLayout? Layout(INamedTypeSymbol type, DataModel model)
        => StructOf(type, 0) is { } definition ? ClrLayoutEngine.Compute(definition, model) : null;

    private static ClrStruct? StructOf(INamedTypeSymbol type, int depth)
    {
        if (depth > MaximumDepth || type.IsGenericType || type.IsRefLikeType)
            return null;
        AttributeData? layout = ClrStructReader.StatedLayout(type);
        int kind = layout is null ? 0 : ClrStructReader.Kind(layout);
        // Of a struct from elsewhere the metadata's layout is not shown.
        if (kind is not (0 or 2) || (layout is null && type.DeclaringSyntaxReferences.IsEmpty))
            return null;
        List<ClrField> fields = [];
        foreach (IFieldSymbol field in ShapeReader.Fields(type))
        {
            if (FieldOf(field, depth) is not { } fieldType)
                return null;
            fields.Add(new ClrField(field.Name, fieldType, ClrStructReader.Offset(field)));
        }

        return fields.Count == 0
            ? null
            : new ClrStruct(kind == 2 ? ClrLayoutKind.Explicit : ClrLayoutKind.Sequential, layout?.Named<int>("Pack") ?? 0, layout?.Named<int>("Size") ?? 0, fields);
    }

    private static ClrType? FieldOf(IFieldSymbol field, int depth)
        => !field.IsFixedSizeBuffer ? TypeOf(field.Type, depth)
            : field.Type is IPointerTypeSymbol { PointedAtType: { } element } && TypeOf(element, depth) is { } elementType && field.FixedSize > 0 ? new ClrType.Array(elementType, field.FixedSize)
            : null;

    private static ClrType? TypeOf(ITypeSymbol type, int depth)
    {
        if (depth > MaximumDepth)
            return null;
        if (type.SpecialType is SpecialType.System_Boolean or SpecialType.System_Char)
            return null; // the marshaller gives it another size
        if (type.IsInlineArray(out ITypeSymbol? element, out int length))
            return TypeOf(element!, depth + 1) is { } elementType ? new ClrType.Array(elementType, length) : null;
        return type.Scalar() switch
        {
            CType.Integer integer => new ClrType.Primitive(integer.Size),
            CType.Native => new ClrType.Native(),
            _ => type is INamedTypeSymbol { TypeKind: TypeKind.Struct } nested && StructOf(nested, depth + 1) is { } definition ? new ClrType.Struct(definition) : null,
        };
    }
}
