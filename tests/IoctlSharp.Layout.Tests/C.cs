using System.Linq;
using IoctlSharp.Generator.Layout;
using IoctlSharp.Generator.Model;

namespace IoctlSharp.Layout.Tests;

/// <summary>Definitions as short as in a header.</summary>
internal static class C
{
    public static readonly CType U8 = new CType.Integer(1, false);
    public static readonly CType U16 = new CType.Integer(2, false);
    public static readonly CType U32 = new CType.Integer(4, false);
    public static readonly CType U64 = new CType.Integer(8, false);
    public static readonly CType Long = new CType.Native(true);

    public static CStruct Struct(string name, params CField[] fields) => new(name, false, false, 0, new EquatableArray<CField>(fields), null);

    public static CStruct Union(string name, params CField[] fields) => Struct(name, fields) with { IsUnion = true };

    public static CField Of(this CType type, string name, int aligned = 0) => new(name, type, aligned);

    public static CType Times(this CType type, int length) => new CType.Array(type, length);

    public static CType AsType(this CStruct definition) => new CType.Struct(definition);

    public static CField Word(string name, CType type, params (string Name, int Width)[] bits)
        => new(name, type, 0, new EquatableArray<CBits>(bits.Select(bit => new CBits(bit.Name, bit.Width))));
}
