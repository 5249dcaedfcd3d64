using System;
using System.Collections.Generic;
using IoctlSharp.Generator.Model;

namespace IoctlSharp.Generator.Layout;

/// <summary>Compares a C# struct with the C struct that it declares, field by field in declaration order.</summary>
public static class LayoutDifferenceEngine
{
    /// <summary>Every difference in one data model. Nested structs are seen from outside: theirs are their own.</summary>
    public static EquatableArray<LayoutDifference> Compute(CStruct c, ClrStruct clr, DataModel model, ClrRuntime runtime = ClrRuntime.CoreClr)
    {
        StructLayout expected = CLayoutEngine.Compute(c, model);
        if (ClrLayoutEngine.Compute(clr, model, runtime) is not { } actual)
            return new EquatableArray<LayoutDifference>([Difference(LayoutDifferenceKind.DoesNotLoad, "", expected.Size, -1)]);

        var differences = new List<LayoutDifference>();
        if (expected.Fields.Count != actual.Fields.Count)
            differences.Add(Difference(LayoutDifferenceKind.FieldCount, "", expected.Fields.Count, actual.Fields.Count));
        for (int i = 0; i < Math.Min(expected.Fields.Count, actual.Fields.Count); i++)
        {
            FieldLayout there = expected.Fields[i];
            FieldLayout here = actual.Fields[i];
            if (there.Offset != here.Offset)
                differences.Add(Difference(LayoutDifferenceKind.FieldOffset, here.Name, there.Offset, here.Offset));
            if (there.Size != here.Size)
                differences.Add(Difference(LayoutDifferenceKind.FieldSize, here.Name, there.Size, here.Size));
        }
        if (expected.Size != actual.Size)
            differences.Add(Difference(LayoutDifferenceKind.StructSize, "", expected.Size, actual.Size));
        return differences;

        LayoutDifference Difference(LayoutDifferenceKind kind, string field, int inC, int inClr) => new(kind, model, runtime, field, inC, inClr);
    }

    /// <summary>Every difference in the three data models, LP64 first.</summary>
    public static EquatableArray<LayoutDifference> Compute(CStruct c, ClrStruct clr, ClrRuntime runtime = ClrRuntime.CoreClr)
    {
        var all = new List<LayoutDifference>();
        foreach (DataModel model in new[] { DataModel.Lp64, DataModel.Ilp32, DataModel.I386 })
            all.AddRange(Compute(c, clr, model, runtime));
        return all;
    }
}
