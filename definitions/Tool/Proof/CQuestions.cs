using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace IoctlSharp.Tool.Proof;

/// <summary>
/// Questions to a compiler, one a line: each is a constant variable whose bytes in the object file are the answer. A question that does not
/// compile is one about something that C does not have; the others are then asked without it.
/// </summary>
/// <param name="prologue">What stands above them: the headers.</param>
internal sealed partial class CQuestions(string prologue)
{
    private const string Prefix = "ioctlsharp_answer_";

    private readonly List<string> _lines = [];

    /// <summary>Asks for the value of an integer constant expression. A text does not count as one: pointers cannot be multiplied.</summary>
    public int Ask(string expression) => Add("unsigned long long", "", $"({expression}) * 1ULL");

    /// <summary>Asks for the bytes of an object.</summary>
    public int AskImage(string type, string initializer) => Add(type, "", initializer);

    /// <summary>Asks for a string literal.</summary>
    public int AskText(string expression) => Add("char", "[]", expression);

    /// <summary>The bytes of each answer, integers as 8 bytes; null where C has no such thing.</summary>
    /// <exception cref="ToolException">The headers do not compile.</exception>
    public CAnswers Compile(CCompiler compiler)
    {
        string folder = Directory.CreateTempSubdirectory("ioctlsharp-").FullName;
        try
        {
            string compiled = Path.Combine(folder, "answers.o");
            HashSet<int> unknown = [];
            for (CompilerOutput output = Compile(compiler, compiled, unknown); output.Status != 0; output = Compile(compiler, compiled, unknown))
            {
                int known = unknown.Count;
                unknown.UnionWith(Culprits(output.Errors));
                if (unknown.Count == known)
                    throw compiler.Failure(output);
            }

            ElfObject elf = new(File.ReadAllBytes(compiled));
            Dictionary<string, byte[]> variables = elf.Variables(Prefix);
            return new CAnswers([.. _lines.Select((_, index) => variables.GetValueOrDefault(Prefix + index))], elf.IsBigEndian);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private int Add(string type, string suffix, string initializer)
    {
        _lines.Add($"const {type} {Prefix}{_lines.Count}{suffix} = {initializer};");
        return _lines.Count - 1;
    }

    // The questions get line numbers of their own, in a file of their own.
    private CompilerOutput Compile(CCompiler compiler, string compiled, HashSet<int> unknown)
    {
        StringBuilder source = new(prologue);
        source.Append("\n#line 1 \"").Append(Prefix).Append("\"\n");
        for (int i = 0; i < _lines.Count; i++)
            source.Append(unknown.Contains(i) ? "" : _lines[i]).Append('\n');
        return compiler.Run(source.ToString(), "-c", "-o", compiled);
    }

    // An error in a macro of a header is followed by a note that says where the macro is used.
    private static IEnumerable<int> Culprits(string errors)
    {
        bool isOpen = false;
        foreach (string line in errors.Split('\n'))
        {
            if (Error().IsMatch(line))
                isOpen = true;
            if (isOpen && Place().Match(line) is { Success: true } place)
            {
                isOpen = false;
                yield return int.Parse(place.Groups[1].Value, CultureInfo.InvariantCulture) - 1;
            }
        }
    }

    [GeneratedRegex(@": (?:fatal )?error: ")]
    private static partial Regex Error();

    [GeneratedRegex($@"^{Prefix}:(\d+):\d+: (?:error|note): ")]
    private static partial Regex Place();
}
