using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using IoctlSharp.Generator.Layout;

namespace IoctlSharp.Layout.Tests;

/// <summary>Random definitions with everything that is asked about them, and gcc's answers, compiled once for each machine.</summary>
internal sealed class GccQuestions
{
    // Offsets are asked of the definitions as they are; what is owned is seen on twins whose unnamed bits have names.
    private static readonly CSource Plain = new("", namesEveryBit: false);
    private static readonly CSource Named = new("n", namesEveryBit: true);

    private readonly Dictionary<DataModel, GccAnswers> _answers = [];
    private readonly GccProgram _program;

    public GccQuestions(Random random, int count)
    {
        var structs = new RandomCStructs(random);
        CStruct[] definitions = [.. Enumerable.Range(0, count).Select(_ => structs.Next())];
        var prologue = new StringBuilder(CSource.Types).AppendLine();
        foreach (CStruct definition in definitions)
            prologue.Append(Plain.Definition(definition)).Append(Named.Definition(definition));
        _program = new GccProgram(prologue.ToString());
        Structs = [.. definitions.Select(Ask)];
    }

    public IReadOnlyList<AskedStruct> Structs { get; }

    public GccAnswers Answers(DataModel model)
    {
        lock (_answers)
        {
            if (!_answers.TryGetValue(model, out GccAnswers? answers))
                _answers[model] = answers = _program.Compile(model);
            return answers;
        }
    }

    private AskedStruct Ask(CStruct definition)
    {
        string tag = Plain.Tag(definition);
        var fields = new List<(int, int, int)>();
        var bits = new List<AskedBits>();
        for (int i = 0; i < definition.Fields.Count; i++)
        {
            CField field = definition.Fields[i];
            if (field.Bits.IsEmpty)
                fields.Add((i, _program.Ask($"__builtin_offsetof({tag}, {field.Name})"), _program.Ask($"sizeof((({tag} *)0)->{field.Name})")));
            for (int bit = 0; bit < field.Bits.Count; bit++)
            {
                string name = field.Bits[bit].Name;
                if (name.Length > 0)
                    bits.Add(new AskedBits(name, i, bit, _program.AskImage(tag, $"{{ .{name} = -1 }}")));
            }
        }
        return new AskedStruct(
            definition,
            Plain.Definition(definition),
            _program.Ask($"sizeof({tag})"),
            _program.Ask($"_Alignof({tag})"),
            definition.Tail is null ? null : _program.Ask($"__builtin_offsetof({tag}, tail)"),
            fields,
            [.. Enumerable.Range(0, CSource.Variants(definition)).Select(variant => _program.AskImage(Named.Tag(definition), Named.Filled(definition, variant)))],
            bits);
    }
}
