using System.Collections.Generic;
using System.Linq;
using IoctlSharp.Generator.Layout;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Analyzers.RawCalls;

/// <summary>Reads how the CLR lays out a type that nobody declared as a kernel struct, for C as for its own code.</summary>
internal static class PlainStructReader
{
    private const int MaximumDepth = 16;

    // UnmanagedType and CharSet.
    private const ulong ByValTStr = 23;
    private const ulong ByValArray = 30;
    private const int Ansi = 2;

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
        => !field.IsFixedSizeBuffer ? TypeOf(field.Type, depth) ?? Marshalled(field, depth)
            : field.Type is IPointerTypeSymbol { PointedAtType: { } element } && TypeOf(element, depth) is { } elementType && field.FixedSize > 0 ? new ClrType.Array(elementType, field.FixedSize)
            : null;

    // An array or a text that the marshaller writes into the struct itself.
    private static ClrType? Marshalled(IFieldSymbol field, int depth)
    {
        AttributeData? marshalled = field.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass is { Name: "MarshalAsAttribute", ContainingNamespace.Name: "InteropServices" });
        int length = marshalled?.Named<int>("SizeConst") ?? 0;
        if (marshalled is not { ConstructorArguments: { Length: 1 } form } || length <= 0)
            return null;
        return (field.Type, ConstantReader.Bits(form[0].Value)) switch
        {
            (IArrayTypeSymbol { Rank: 1, ElementType: var element }, ByValArray) when TypeOf(element, depth + 1) is { } elementType => new ClrType.Array(elementType, length),
            ({ SpecialType: SpecialType.System_String }, ByValTStr) when (ClrStructReader.StatedLayout(field.ContainingType)?.Named<int>("CharSet") ?? 0) is 0 or Ansi => new ClrType.Array(new ClrType.Primitive(1), length),
            _ => null,
        };
    }

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
