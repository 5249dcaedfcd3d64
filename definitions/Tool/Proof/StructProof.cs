using System;
using System.Collections.Generic;
using System.Linq;
using IoctlSharp.Generator.Layout;
using IoctlSharp.Tool.Layout;
using IoctlSharp.Tool.Model;

namespace IoctlSharp.Tool.Proof;

/// <summary>Asks about structs: size, alignment, the place of every field, the bits of every bit-field, and whether C has more fields.</summary>
internal sealed class StructProof(LinuxAbi abi, IReadOnlyList<DeclaredStructModel> structs, CHeaderModel header, CQuestions questions)
{
    // What is wrong within a struct that stands in the list itself is said there.
    private readonly PlacementEngine _engine = new(abi, nested => !structs.Any(other => other.Definition.Name == nested.Definition.Name));

    /// <summary>The checks, to be made with the answers; the last of them are about the fields.</summary>
    public IEnumerable<Func<CAnswers, IEnumerable<string>>> Ask(DeclaredStructModel type)
    {
        string tag = type.Definition.Name;
        StructLayout layout = _engine.LayoutOf(type);
        PlacedField[] fields = [.. _engine.Fields(type)];
        int size = questions.Ask($"sizeof({type.CType})");
        int alignment = questions.Ask($"_Alignof({type.CType})");
        yield return answers => answers.Value(size) is not { } value ? [$"{tag}: declared in C#, C has no {type.CType}"] : Compare(tag, "size", layout.Size, value);
        yield return answers => Compare(tag, "alignment", layout.Alignment, answers.Value(alignment));
        foreach (Func<CAnswers, IEnumerable<string>> check in fields.Select(field => Ask(type, field)).Concat(Undeclared(type, fields)).ToArray())
            yield return answers => answers.Value(size) is null ? [] : check(answers);
    }

    private Func<CAnswers, IEnumerable<string>> Ask(DeclaredStructModel type, PlacedField field)
    {
        string where = $"{type.Definition.Name}.{field.Path}";
        if (field.Bit is not null)
            return AskBits(type, field, where);

        string member = $"(({type.CType} *)0)->{field.Path}";
        int offset = questions.Ask($"__builtin_offsetof({type.CType}, {field.Path})");
        // A flexible array has elements that have a size.
        int size = questions.Ask($"sizeof({member}{(field.Tail is null ? "" : "[0]")})");
        int image = questions.AskImage(type.CType, $"{{ .{field.Path} = -1 }}");
        int expected = field.Tail is null ? field.Size : CLayoutEngine.SizeOf(type.Definition.Tail!, CommandEncodingEngine.DataModelOf(abi));
        return answers => answers.Value(offset) is not { } value
            ? [$"{where}: C# offset {field.Offset}, C has {(answers.Image(image) is null ? "no such field" : "a bit-field")}"]
            : Compare(where, "offset", field.Offset, value).Concat(Compare(where, field.Tail is null ? "size" : "element size", expected, answers.Value(size)));
    }

    private Func<CAnswers, IEnumerable<string>> AskBits(DeclaredStructModel type, PlacedField field, string where)
    {
        int image = questions.AskImage(type.CType, $"{{ .{field.Path} = -1 }}");
        return answers =>
        {
            if (answers.Image(image) is not { } bytes)
                return [$"{where}: C# bit {field.Bit} of {field.Bits}, C has no such field"];
            byte[] expected = BitImageEngine.Of(field, bytes.Length);
            if (bytes.AsSpan().SequenceEqual(expected))
                return [];
            return BitImageEngine.Read(bytes, field) is { Bit: { } bit } actual
                ? Compare(where, "offset", field.Offset, (ulong)actual.Offset).Concat(Compare(where, "bit", field.Bit!.Value, (ulong)bit)).Concat(Compare(where, "bits", field.Bits, (ulong)actual.Bits))
                : [$"{where}: C# bytes {Convert.ToHexStringLower(expected)}, C bytes {Convert.ToHexStringLower(bytes)}"];
        };
    }

    // The header's text says which fields there are, the compiler where.
    private IEnumerable<Func<CAnswers, IEnumerable<string>>> Undeclared(DeclaredStructModel type, PlacedField[] fields)
    {
        HashSet<string> declared = [.. fields.Select(field => field.Path.Split('.')[0])];
        foreach (CHeaderMember member in header.Structs.GetValueOrDefault(type.Definition.Name) ?? [])
        {
            if (declared.Contains(member.Name))
                continue;
            string where = $"{type.Definition.Name}.{member.Name}";
            if (member.IsBits)
            {
                int image = questions.AskImage(type.CType, $"{{ .{member.Name} = -1 }}");
                // Bits that have a name in C may be left unnamed in a word of bit-fields.
                yield return answers => answers.Image(image) is not { } bytes || bytes.Select((value, index) => (value, index)).All(item => item.value == 0 || IsInWord(fields, item.index))
                    ? [] : [$"{where}: not declared in C#, C offset {Array.FindIndex(bytes, value => value != 0)}"];
            }
            else
            {
                int offset = questions.Ask($"__builtin_offsetof({type.CType}, {member.Name})");
                yield return answers => answers.Value(offset) is { } value ? [$"{where}: not declared in C#, C offset {value}"] : [];
            }
        }
    }

    private static bool IsInWord(PlacedField[] fields, int offset) => fields.Any(field => field.Bit is not null && offset >= field.Offset && offset < field.Offset + field.Size);

    private static IEnumerable<string> Compare(string where, string what, int declared, ulong? actual)
        => actual is null || actual == (ulong)declared ? [] : [$"{where}: C# {what} {declared}, C {what} {actual}"];
}
