using System;
using System.Collections.Generic;
using IoctlSharp.Generator.Model;

namespace IoctlSharp.Generator.Layout;

/// <summary>Lays out C structs and unions as the System V ABIs do. Pure: records in, numbers out.</summary>
public static class CLayoutEngine
{
    /// <summary>Sizes beyond this are cut: no ioctl argument comes near, and nothing overflows.</summary>
    public const int MaximumSize = 1 << 24;

    public static StructLayout Compute(CStruct definition, DataModel model)
    {
        int alignment = Math.Max(1, definition.Aligned);
        long end = 0;
        long size = 0;
        List<FieldLayout> fields = [];
        foreach (CField field in definition.Fields)
        {
            int fieldAlignment = Math.Max(Math.Max(1, field.Aligned), definition.Packed ? 1 : AlignmentOf(field.Type, model));
            int fieldSize = SizeOf(field.Type, model);
            long offset = definition.IsUnion ? 0 : Align(end, fieldAlignment);
            fields.Add(new FieldLayout(field.Name, Cut(offset), fieldSize));
            end = Cut(offset + fieldSize);
            size = Math.Max(size, end);
            alignment = Math.Max(alignment, fieldAlignment);
        }

        int tailOffset = -1;
        if (definition.Tail is { } tail)
        {
            int tailAlignment = definition.Packed ? 1 : AlignmentOf(tail, model);
            tailOffset = Cut(definition.IsUnion ? 0 : Align(size, tailAlignment));
            alignment = Math.Max(alignment, tailAlignment);
            size = Math.Max(size, tailOffset);
        }

        int total = Cut(Align(size, alignment));
        return new StructLayout(total, alignment, fields, Holes(definition, model, fields, total), tailOffset);
    }

    public static int SizeOf(CType type, DataModel model) => type switch
    {
        CType.Integer integer => integer.Size,
        CType.Native => model == DataModel.Lp64 ? 8 : 4,
        CType.Array array => Cut((long)SizeOf(array.Element, model) * Math.Max(0, array.Length)),
        CType.Struct nested => Compute(nested.Definition, model).Size,
        _ => 0,
    };

    public static int AlignmentOf(CType type, DataModel model) => type switch
    {
        // i386 alone aligns 64-bit integers to 4 bytes inside a struct.
        CType.Integer { Size: 8 } => model == DataModel.I386 ? 4 : 8,
        CType.Integer integer => Math.Max(1, integer.Size),
        CType.Native => model == DataModel.Lp64 ? 8 : 4,
        CType.Array array => AlignmentOf(array.Element, model),
        CType.Struct nested => Compute(nested.Definition, model).Alignment,
        _ => 1,
    };

    private static EquatableArray<Hole> Holes(CStruct definition, DataModel model, List<FieldLayout> fields, int size)
    {
        List<Hole> owned = [];
        for (int i = 0; i < fields.Count; i++)
            AddOwned(owned, definition.Fields[i].Type, fields[i].Offset, model);
        owned.Sort(static (left, right) => left.Offset.CompareTo(right.Offset));

        List<Hole> holes = [];
        int end = 0;
        foreach (Hole run in owned)
        {
            if (run.Offset > end)
                holes.Add(new Hole(end, run.Offset - end));
            end = Math.Max(end, run.Offset + run.Size);
        }

        if (end < size)
            holes.Add(new Hole(end, size - end));
        return holes;
    }

    // The runs of bytes that members own, holes of nested structs left out.
    private static void AddOwned(List<Hole> owned, CType type, int offset, DataModel model)
    {
        switch (type)
        {
            case CType.Array { Element: CType.Array or CType.Struct } array when !IsSolid(array.Element, model):
                int elementSize = SizeOf(array.Element, model);
                for (int i = 0; i < array.Length && (long)offset + ((long)i * elementSize) < MaximumSize; i++)
                    AddOwned(owned, array.Element, offset + (i * elementSize), model);
                break;
            case CType.Struct nested:
                StructLayout layout = Compute(nested.Definition, model);
                for (int i = 0; i < layout.Fields.Count; i++)
                    AddOwned(owned, nested.Definition.Fields[i].Type, offset + layout.Fields[i].Offset, model);
                break;
            default:
                int size = SizeOf(type, model);
                if (size > 0)
                    owned.Add(new Hole(offset, size));
                break;
        }
    }

    private static bool IsSolid(CType type, DataModel model) => type switch
    {
        CType.Struct nested => Compute(nested.Definition, model).Holes.IsEmpty,
        CType.Array array => IsSolid(array.Element, model),
        _ => true,
    };

    private static long Align(long offset, int alignment) => (offset + alignment - 1) / alignment * alignment;

    private static int Cut(long value) => (int)Math.Max(0, Math.Min(value, MaximumSize));
}
