using System.Collections.Generic;
using System.Linq;
using IoctlSharp.Generator.Layout;
using IoctlSharp.Generator.Model;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Generator.Reading;

/// <summary>Reads a struct as the CLR will lay it out: what the user stated, else what the emitted part states.</summary>
public static class ClrStructReader
{
    private const int Sequential = 0;

    /// <summary>The user's own <c>[StructLayout]</c>; null when there is none.</summary>
    public static AttributeData? StatedLayout(INamedTypeSymbol type) => Find(type, "StructLayoutAttribute");

    /// <summary>The <c>LayoutKind</c> of a <c>[StructLayout]</c>, whichever constructor it was written with.</summary>
    public static int Kind(AttributeData layout)
        => layout.ConstructorArguments.Length == 1 && ConstantReader.Bits(layout.ConstructorArguments[0].Value) is { } kind ? (int)kind : Sequential;

    /// <summary>The <c>[FieldOffset]</c> of a field; null when it has none.</summary>
    public static int? Offset(IFieldSymbol field) => Find(field, "FieldOffsetAttribute")?.Argument<int>(0);

    /// <summary>The struct; null when a field's type has no layout.</summary>
    /// <param name="type">The struct.</param>
    /// <param name="definition">Its C side.</param>
    public static ClrStruct? Read(INamedTypeSymbol type, CStruct definition)
    {
        AttributeData? stated = StatedLayout(type);
        List<ClrField> fields = [];
        IFieldSymbol[] symbols = ShapeReader.Fields(type).ToArray();
        for (int i = 0; i < symbols.Length && i < definition.Fields.Count; i++)
        {
            if (TypeOf(symbols[i], definition.Fields[i].Type) is not { } fieldType)
                return null;
            fields.Add(new ClrField(symbols[i].Name, fieldType, definition.IsUnion && stated is null ? 0 : Offset(symbols[i])));
        }

        // Metadata does not show a [StructLayout]; a struct that was compiled had the layout that it needs.
        if (stated is null)
        {
            ClrLayoutKind kind = definition.IsUnion ? ClrLayoutKind.Explicit : ClrLayoutKind.Sequential;
            return new ClrStruct(kind, StatedLayoutEngine.Pack(definition), definition.IsUnion ? 0 : StatedLayoutEngine.Size(definition), fields);
        }

        return new ClrStruct(Kind(stated) == 2 ? ClrLayoutKind.Explicit : ClrLayoutKind.Sequential, stated.Named<int>("Pack"), stated.Named<int>("Size"), fields);
    }

    private static ClrType? TypeOf(IFieldSymbol field, CType type)
        => field.IsFixedSizeBuffer && type is CType.Array array
            ? Scalar(array.Element) is { } element ? new ClrType.Array(element, array.Length) : null
            : TypeOf(field.Type, type);

    private static ClrType? TypeOf(ITypeSymbol symbol, CType type) => type switch
    {
        CType.Array array when symbol.IsInlineArray(out ITypeSymbol? element, out _) => TypeOf(element!, array.Element) is { } clr ? new ClrType.Array(clr, array.Length) : null,
        CType.Struct nested when symbol is INamedTypeSymbol named => Read(named, nested.Definition) is { } clr ? new ClrType.Struct(clr) : null,
        _ => Scalar(type),
    };

    private static ClrType? Scalar(CType type) => type switch
    {
        CType.Integer integer => new ClrType.Primitive(integer.Size),
        CType.Native => new ClrType.Native(),
        _ => null,
    };

    private static AttributeData? Find(ISymbol symbol, string name)
        => symbol.GetAttributes().FirstOrDefault(data => data.AttributeClass is { ContainingNamespace.Name: "InteropServices" } type && type.Name == name && !EmittedPartReader.IsEmitted(data));
}
