using System;
using System.Collections.Generic;

namespace IoctlSharp.Generator.Layout;

/// <summary>
/// The layout that a runtime gives a blittable struct. Measured: CoreCLR and Mono on x86-64; the rules for the other machines are those of
/// their sources, which know an alignment of 4 for 64-bit integers on i386 and else only natural ones.
/// </summary>
public static class ClrLayoutEngine
{
    /// <summary>CoreCLR's limit for the offset of a field; beyond it the type does not load (measured).</summary>
    public const int MaxOffset = (1 << 27) - 8;

    private const int MaxPack = 128;
    private const int MaxDepth = 64;
    private const int MaxVisits = 1 << 16;

    /// <summary>The layout, or null where the runtime would refuse to load the struct (or the compiler to compile it).</summary>
    public static ClrLayout? Compute(ClrStruct definition, DataModel model, ClrRuntime runtime = ClrRuntime.CoreClr)
    {
        int visits = 0;
        return StructOf(definition, 0);

        ClrLayout? StructOf(ClrStruct type, int depth)
        {
            if (type.Pack is < 0 or > MaxPack || (type.Pack & (type.Pack - 1)) != 0 || type.Size < 0)
                return null;
            var fields = new List<FieldLayout>(type.Fields.Count);
            int structAlignment = 1;
            long end = 0;
            long next = 0;
            foreach (ClrField field in type.Fields)
            {
                if (TypeOf(field.Type, depth + 1) is not var (size, natural))
                    return null;
                // Pack only lowers an alignment; nothing raises one.
                int alignment = type.Pack == 0 ? natural : Math.Min(natural, type.Pack);
                long offset = type.Kind == ClrLayoutKind.Explicit ? field.Offset ?? -1 : RoundUp(next, alignment);
                next = offset + size;
                if (offset is < 0 or > MaxOffset)
                    return null;
                fields.Add(new FieldLayout(field.Name, (int)offset, size));
                structAlignment = Math.Max(structAlignment, alignment);
                end = Math.Max(end, next);
            }
            long total = Total(type, end, structAlignment);
            return total > int.MaxValue ? null : new ClrLayout((int)total, structAlignment, fields);
        }

        (int Size, int Alignment)? TypeOf(ClrType type, int depth)
        {
            if (++visits > MaxVisits || depth > MaxDepth)
                return null;
            switch (type)
            {
                case ClrType.Primitive { Size: 1 or 2 or 4 or 8 } primitive:
                    return (primitive.Size, model == DataModel.I386 ? Math.Min(primitive.Size, 4) : primitive.Size);
                case ClrType.Native:
                    int native = model == DataModel.Lp64 ? 8 : 4;
                    return (native, native);
                case ClrType.Array { Length: > 0 } array when TypeOf(array.Element, depth + 1) is var (size, alignment):
                    // An inline array is its one-element struct so many times, and that struct is rounded up (measured).
                    long bytes = RoundUp(size, alignment) * array.Length;
                    return bytes > int.MaxValue ? null : ((int)bytes, alignment);
                case ClrType.Struct nested when StructOf(nested.Definition, depth) is { } layout:
                    return (layout.Size, layout.Alignment);
                default:
                    return null;
            }
        }

        long Total(ClrStruct type, long end, int alignment)
        {
            // A size that is stated too small is raised to the last field's end only: the padding behind that field is lost.
            if (type.Size != 0)
            {
                long stated = Math.Max(type.Size, end);
                return runtime == ClrRuntime.Mono && type.Kind == ClrLayoutKind.Sequential ? RoundUp(stated, alignment) : stated;
            }
            // A struct without fields still has a byte.
            return Math.Max(1, RoundUp(end, alignment));
        }
    }

    private static long RoundUp(long offset, int alignment) => (offset + alignment - 1) / alignment * alignment;
}
