using System;
using System.Collections.Generic;
using IoctlSharp.Generator.Layout;

namespace IoctlSharp.Layout.Tests;

/// <summary>Random blittable structs; later ones nest earlier ones.</summary>
internal sealed class RandomClrStructs(Random random)
{
    private readonly List<ClrStruct> _nestable = [];

    public ClrStruct Next()
    {
        ClrLayoutKind kind = Chance(3) ? ClrLayoutKind.Explicit : ClrLayoutKind.Sequential;
        var fields = new List<ClrField>();
        for (int count = Chance(20) ? 0 : random.Next(1, 7); count > 0; count--)
            fields.Add(new ClrField($"F{fields.Count}", Type(2), kind == ClrLayoutKind.Explicit ? random.Next(0, 24) : null));
        int pack = Chance(3) ? 1 << random.Next(0, 8) : 0;
        int size = Chance(3) ? random.Next(1, 80) : 0;
        var definition = new ClrStruct(kind, pack, size, fields);
        if (ClrLayoutEngine.Compute(definition, DataModel.Lp64) is { Size: <= 600 })
            _nestable.Add(definition);
        return definition;
    }

    private ClrType Type(int depth) => random.Next(depth > 0 ? 10 : 6) switch
    {
        < 5 => new ClrType.Primitive(1 << random.Next(0, 4)),
        5 => new ClrType.Native(),
        6 or 7 => new ClrType.Array(Type(depth - 1), random.Next(1, 6)),
        _ => _nestable.Count == 0 ? new ClrType.Native() : new ClrType.Struct(_nestable[random.Next(_nestable.Count)]),
    };

    private bool Chance(int oneIn) => random.Next(oneIn) == 0;
}
