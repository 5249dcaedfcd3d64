using System;
using System.Collections.Generic;
using System.Linq;
using IoctlSharp.Generator.Layout;
using IoctlSharp.Generator.Model;

namespace IoctlSharp.Layout.Tests;

/// <summary>Random definitions; later ones nest earlier ones. Everything that C lays out as the engine's vocabulary says, and more.</summary>
internal sealed class RandomCStructs(Random random)
{
    private const int MaxSize = 1500;
    private readonly List<CStruct> _nestable = [];
    private int _count;

    public CStruct Next()
    {
        bool isUnion = Chance(5);
        var fields = new List<CField>();
        int count = Chance(25) ? 0 : random.Next(1, isUnion ? 5 : 8);
        for (int i = 0; i < count; i++)
            fields.Add(Field($"m{i}", isUnion));
        // C wants a named member before a flexible array.
        CType? tail = !isUnion && count > 0 && Chance(5) ? Type(2) : null;
        var definition = new CStruct($"s{_count++}", isUnion, Packed: Chance(4), Aligned: Chance(6) ? 1 << random.Next(0, 7) : 0, fields, tail);
        bool nests = Enum.GetValues<DataModel>().All(model => CLayoutEngine.TryCompute(definition, model, out StructLayout layout, out _) && layout.Size <= MaxSize);
        if (nests && CSource.Variants(definition) <= 12)
            _nestable.Add(definition);
        return definition;
    }

    private CField Field(string name, bool inUnion)
    {
        int aligned = Chance(8) ? 1 << random.Next(0, 7) : 0;
        // On the arm of a union the attribute would be the unnamed struct's, not the word's.
        return Chance(4) ? Word(name, inUnion ? 0 : aligned) : new CField(name, Type(3), aligned);
    }

    private CField Word(string name, int aligned)
    {
        int size = 1 << random.Next(0, 4);
        var bits = new List<CBits>();
        bool leavesUnnamed = Chance(2);
        for (int left = size * 8; left > 0; left -= bits[^1].Width)
        {
            int width = random.Next(1, left + 1);
            string bitName = bits.Count > 0 && leavesUnnamed && Chance(2) ? "" : $"{name}b{bits.Count}";
            bits.Add(new CBits(bitName, width));
        }
        // gcc on i386 takes a lone bit-field of 64 bits with an alignment of its own, be it 1, for a long long outside a struct: 8.
        return new CField(name, new CType.Integer(size, Chance(4)), bits.Count == 1 ? 0 : aligned, bits);
    }

    private CType Type(int depth) => random.Next(depth > 0 ? 10 : 7) switch
    {
        < 5 => new CType.Integer(1 << random.Next(0, 4), Chance(3)),
        < 7 => new CType.Native(Chance(2)),
        7 => new CType.Array(Type(depth - 1), Chance(12) ? 0 : random.Next(1, 5)),
        _ => _nestable.Count == 0 ? new CType.Native(false) : Nested(_nestable[random.Next(_nestable.Count)]),
    };

    // gcc accepts a struct with a flexible array as a member, but never as an element.
    private CType Nested(CStruct definition)
        => Chance(3) && definition.Tail is null && !HasTail(definition) ? new CType.Array(new CType.Struct(definition), random.Next(1, 4)) : new CType.Struct(definition);

    private static bool HasTail(CStruct definition) => definition.Tail is not null || definition.Fields.Any(field => HasTail(field.Type));

    private static bool HasTail(CType type) => type switch
    {
        CType.Array array => HasTail(array.Element),
        CType.Struct nested => HasTail(nested.Definition),
        _ => false,
    };

    private bool Chance(int oneIn) => random.Next(oneIn) == 0;
}
