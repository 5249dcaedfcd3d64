using System.Linq;
using IoctlSharp.Generator.Model;

namespace IoctlSharp.Generator.Layout;

/// <summary>What a sequential <c>[StructLayout]</c> must state for the CLR to give a struct its C layout.</summary>
public static class StatedLayoutEngine
{
    /// <summary>The <c>Pack</c>; 0 for none.</summary>
    public static int Pack(CStruct definition) => definition.Packed ? 1 : 0;

    /// <summary>The <c>Size</c>, where a flexible tail of a stricter alignment or <c>__aligned__</c> makes the C struct longer than its fields; 0 for none.</summary>
    public static int Size(CStruct definition)
    {
        int size = CLayoutEngine.Compute(definition, DataModel.Lp64).Size;
        CStruct plain = definition with { Tail = null, Aligned = 0, Fields = new EquatableArray<CField>(definition.Fields.Select(field => field with { Aligned = 0 })) };
        return size == CLayoutEngine.Compute(plain, DataModel.Lp64).Size ? 0 : size;
    }
}
