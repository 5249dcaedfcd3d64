using System.Collections.Generic;
using System.Linq;
using System.Text;
using IoctlSharp.Generator.Layout;

namespace IoctlSharp.Layout.Tests;

/// <summary>Writes definitions as C. The tag of a definition is its name behind a prefix, so that variants of all of them can stand in one file.</summary>
internal sealed class CSource(string prefix, bool namesEveryBit)
{
    public const string Types = """
        typedef unsigned char u8; typedef unsigned short u16; typedef unsigned int u32; typedef unsigned long long u64;
        typedef signed char s8; typedef short s16; typedef int s32; typedef long long s64;
        """;

    public string Tag(CStruct definition) => $"{(definition.IsUnion ? "union" : "struct")} {prefix}{definition.Name}";

    public string Definition(CStruct definition)
    {
        var text = new StringBuilder($"{Tag(definition)} {{\n");
        foreach (CField field in definition.Fields)
        {
            string aligned = field.Aligned > 0 ? $" __attribute__((aligned({field.Aligned})))" : "";
            if (field.Bits.IsEmpty)
                text.Append($"  {Declarator(field.Type, field.Name)}{aligned};\n");
            bool isArm = definition.IsUnion && !field.Bits.IsEmpty;
            if (isArm)
                text.Append("  struct {\n");
            foreach ((string name, int width) in BitsOf(field))
            {
                text.Append($"  {Declarator(field.Type, name)}:{width}{aligned};\n");
                // The attribute is the word's: it stands on the first bit-field.
                aligned = "";
            }

            // Where every bit is filled the arm has a name.
            if (isArm)
                text.Append($"  }} {(namesEveryBit ? field.Name : "")};\n");
        }
        if (definition.Tail is not null)
            text.Append($"  {Declarator(definition.Tail, "tail[]")};\n");
        string[] attributes = [.. Attributes(definition)];
        return text.Append(attributes.Length == 0 ? "};\n" : $"}} __attribute__(({string.Join(", ", attributes)}));\n").ToString();
    }

    /// <summary>How many objects it takes until every arm of every union has been filled once.</summary>
    public static int Variants(CType type) => type switch
    {
        CType.Array array => Variants(array.Element),
        CType.Struct nested => Variants(nested.Definition),
        _ => 1,
    };

    public static int Variants(CStruct definition)
    {
        IEnumerable<int> members = definition.Fields.Select(field => Variants(field.Type));
        return definition.IsUnion ? members.Sum() : members.Append(1).Max();
    }

    /// <summary>An initializer that sets every bit of every member, of one arm of each union.</summary>
    public string Filled(CStruct definition, int variant)
    {
        if (!definition.IsUnion)
            return $"{{ {string.Join(", ", definition.Fields.Select(field => field.Bits.IsEmpty ? $".{field.Name} = {Filled(field.Type, variant)}" : FilledBits(field)))} }}";
        variant %= System.Math.Max(1, Variants(definition));
        foreach (CField arm in definition.Fields)
        {
            if (variant < Variants(arm.Type))
                return $"{{ .{arm.Name} = {(arm.Bits.IsEmpty ? Filled(arm.Type, variant) : $"{{ {FilledBits(arm)} }}")} }}";
            variant -= Variants(arm.Type);
        }
        return "{}";
    }

    private string FilledBits(CField field) => string.Join(", ", BitsOf(field).Select(bit => $".{bit.Name} = -1"));

    private string Filled(CType type, int variant) => type switch
    {
        // Not [0 ... n]: gcc 12 crashes on a range of empty elements.
        CType.Array array => $"{{ {string.Join(", ", Enumerable.Repeat(Filled(array.Element, variant), array.Length))} }}",
        CType.Struct nested => Filled(nested.Definition, variant),
        CType.Native { Signed: false } => "(void *)-1l",
        _ => "-1",
    };

    private IEnumerable<(string Name, int Width)> BitsOf(CField field)
        => field.Bits.Select((bit, index) => (bit.Name.Length > 0 ? bit.Name : namesEveryBit ? $"{field.Name}u{index}" : "", bit.Width));

    private string Declarator(CType type, string declared) => type switch
    {
        CType.Integer integer => $"{(integer.Signed ? 's' : 'u')}{integer.Size * 8} {declared}",
        CType.Native native => (native.Signed ? "long " : "void *") + declared,
        CType.Array array => Declarator(array.Element, $"{declared}[{array.Length}]"),
        CType.Struct nested => $"{Tag(nested.Definition)} {declared}",
        _ => throw new System.ArgumentException(type.ToString()),
    };

    private static IEnumerable<string> Attributes(CStruct definition)
    {
        if (definition.Packed)
            yield return "packed";
        if (definition.Aligned > 0)
            yield return $"aligned({definition.Aligned})";
    }
}
