using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using IoctlSharp.Generator.Layout;
using IoctlSharp.Generator.Reading;
using Microsoft.CodeAnalysis;

namespace IoctlSharp.Tool.Reading;

/// <summary>
/// Compares the layout that a struct has in C with the one that its metadata states to the runtime. The generator sees to it that they are one, but an
/// assembly may have been built without it.
/// </summary>
internal static class StatedLayoutReader
{
    /// <summary>How the runtime parts from C on every machine; null when it does not. Structs within the struct are seen from outside.</summary>
    public static string? Difference(INamedTypeSymbol type, CStruct definition)
    {
        if (type.ContainingModule.GetMetadata() is not { } module || ClrStructReader.Read(type, definition) is not { } expected)
            return null;
        MetadataReader metadata = module.GetMetadataReader();
        TypeDefinition stated = metadata.GetTypeDefinition((TypeDefinitionHandle)MetadataTokens.Handle(type.MetadataToken));
        TypeAttributes kind = stated.Attributes & TypeAttributes.LayoutMask;
        if (kind == TypeAttributes.AutoLayout)
            return "the runtime chooses the order of its fields";

        TypeLayout layout = stated.GetLayout();
        ClrStruct actual = expected with
        {
            Kind = kind == TypeAttributes.ExplicitLayout ? ClrLayoutKind.Explicit : ClrLayoutKind.Sequential,
            Pack = layout.PackingSize,
            Size = layout.Size,
            Fields = ShapeReader.Fields(type).Zip(expected.Fields, (symbol, field) => field with { Offset = Offset(metadata, symbol) }).ToList(),
        };
        return new[] { DataModel.Lp64, DataModel.Ilp32 }.SelectMany(model => LayoutDifferenceEngine.Compute(definition, actual, model)).Select(Text).FirstOrDefault();
    }

    private static int? Offset(MetadataReader metadata, IFieldSymbol field)
        => metadata.GetFieldDefinition((FieldDefinitionHandle)MetadataTokens.Handle(field.MetadataToken)).GetOffset() is >= 0 and int offset ? offset : null;

    private static string Text(LayoutDifference difference) => difference.Kind switch
    {
        LayoutDifferenceKind.FieldOffset => $"the runtime gives '{difference.Field}' the offset {difference.Clr}, and C {difference.C}",
        LayoutDifferenceKind.FieldSize => $"the runtime gives '{difference.Field}' the size {difference.Clr}, and C {difference.C}",
        LayoutDifferenceKind.StructSize => $"the runtime gives it the size {difference.Clr}, and C {difference.C}",
        _ => "the runtime does not load it",
    };
}
