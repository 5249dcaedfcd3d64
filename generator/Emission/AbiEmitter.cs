using System;
using System.Collections.Generic;
using System.Linq;
using IoctlSharp.Generator.Layout;
using IoctlSharp.Generator.Model;

namespace IoctlSharp.Generator.Emission;

/// <summary>Writes numbers that depend on the data model: a constant where all agree, else a selection that the JIT folds.</summary>
public static class AbiEmitter
{
    public static string Select(Func<DataModel, int> number, string suffix = "")
    {
        int lp64 = number(DataModel.Lp64);
        int ilp32 = number(DataModel.Ilp32);
        int i386 = number(DataModel.I386);
        return lp64 == ilp32 && lp64 == i386
            ? $"{lp64}{suffix}"
            : $"{Names.ProcessAbi}.Select(lp64: {lp64}{suffix}, ilp32: {ilp32}{suffix}, i386: {i386}{suffix})";
    }

    public static string Size(CStruct definition) => Select(model => CLayoutEngine.Compute(definition, model).Size);

    public static string Size(CType type) => Select(model => CLayoutEngine.SizeOf(type, model));

    public static string TailOffset(CStruct definition) => Select(model => CLayoutEngine.Compute(definition, model).TailOffset);

    public static string Offset(CStruct definition, string field)
        => Select(model => CLayoutEngine.Compute(definition, model).Fields.First(candidate => candidate.Name == field).Offset);

    public static string FieldSize(CStruct definition, string field)
        => Select(model => CLayoutEngine.Compute(definition, model).Fields.First(candidate => candidate.Name == field).Size);

    /// <summary>Statements that zero the padding of a struct, or of a scalar, which has none.</summary>
    public static IEnumerable<string> ClearHoles(CType type, string argument)
        // As the only member of a struct: its holes are the type's.
        => ClearHoles(new CStruct("", IsUnion: false, Packed: false, 0, new EquatableArray<CField>([new CField("value", type)]), Tail: null), argument);

    /// <summary>Statements that zero the bytes between the fields.</summary>
    public static IEnumerable<string> ClearHoles(CStruct definition, string argument)
    {
        IReadOnlyList<Hole> lp64 = CLayoutEngine.Compute(definition, DataModel.Lp64).Holes;
        IReadOnlyList<Hole> ilp32 = CLayoutEngine.Compute(definition, DataModel.Ilp32).Holes;
        IReadOnlyList<Hole> i386 = CLayoutEngine.Compute(definition, DataModel.I386).Holes;
        int count = Math.Max(lp64.Count, Math.Max(ilp32.Count, i386.Count));
        for (int i = 0; i < count; i++)
        {
            Hole At(DataModel model)
            {
                IReadOnlyList<Hole> holes = model switch
                {
                    DataModel.Lp64 => lp64,
                    DataModel.Ilp32 => ilp32,
                    _ => i386,
                };
                // Where a model has fewer holes, clearing nothing is right.
                return i < holes.Count ? holes[i] : new Hole(0, 0);
            }

            yield return $"{Names.ArgumentField}.Clear(ref {argument}, {Select(model => At(model).Offset)}, {Select(model => At(model).Size)}); // padding";
        }
    }
}
