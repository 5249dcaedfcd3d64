using System;
using System.Collections.Generic;
using System.Linq;
using IoctlSharp.Generator.Layout;
using IoctlSharp.Tool.Layout;
using IoctlSharp.Tool.Model;

namespace IoctlSharp.Tool.Proof;

/// <summary>
/// Compares declarations with what a C compiler makes of the headers that they name. One compilation answers everything, so every difference is
/// found at once, with both numbers.
/// </summary>
internal sealed class ProofEngine
{
    private readonly ManifestModel _manifest;
    private readonly CCompiler _compiler;
    private readonly CHeaderModel _header;
    private readonly CQuestions _questions;
    private readonly List<Func<CAnswers, IEnumerable<string>>> _checks = [];

    /// <param name="manifest">The declarations.</param>
    /// <param name="compiler">The compiler.</param>
    /// <param name="without">Headers whose declarations are left out.</param>
    /// <exception cref="ToolException">A header does not compile.</exception>
    public ProofEngine(ManifestModel manifest, CCompiler compiler, IReadOnlyCollection<string> without)
    {
        _manifest = manifest with
        {
            Structs = [.. manifest.Structs.Where(item => !without.Contains(item.Header))],
            Commands = [.. manifest.Commands.Where(item => !without.Contains(item.Header))],
            Constants = [.. manifest.Constants.Where(item => !without.Contains(item.Header))],
        };
        _compiler = compiler;
        string[] headers = [.. _manifest.Structs.Select(item => item.Header)
            .Concat(_manifest.Commands.Select(item => item.Header))
            .Concat(_manifest.Constants.Select(item => item.Header))
            .Where(header => header.Length > 0).Distinct().Order(StringComparer.Ordinal)];
        // Macros of commands use those of <linux/ioctl.h>, which older headers leave to the user.
        string prologue = "#include <linux/types.h>\n#include <linux/ioctl.h>\n" + string.Concat(headers.Select(header => $"#include <{header}>\n"));
        _header = CHeaderReader.Read(compiler.Preprocess(prologue), headers);
        _questions = new CQuestions(prologue);
    }

    /// <summary>How many comparisons <see cref="Differences"/> made.</summary>
    public int Comparisons => _checks.Count;

    /// <summary>Every difference, one a line.</summary>
    public IReadOnlyList<string> Differences()
    {
        StructProof structs = new(_compiler.Target, _manifest.Structs, _header, _questions);
        foreach (DeclaredStructModel type in _manifest.Structs)
            _checks.AddRange(structs.Ask(type));
        foreach (IGrouping<string, DeclaredCommandModel> command in _manifest.Commands.GroupBy(command => command.CName))
            Ask(command.First());
        foreach (DeclaredConstantModel constant in _manifest.Constants)
            Ask(constant);
        CAnswers answers = _questions.Compile(_compiler);
        return [.. _checks.SelectMany(check => check(answers))];
    }

    /// <summary>The structs, commands and constants that the headers have and nothing declares.</summary>
    public IReadOnlyList<string> Undeclared()
        => [.. _header.Structs.Keys.Except(_manifest.Structs.Select(item => item.Definition.Name))
            .Concat(_header.Names.Except(_manifest.Commands.Select(item => item.CName)).Except(_manifest.Constants.Select(item => item.CName)))
            .Order(StringComparer.Ordinal)];

    private void Ask(DeclaredCommandModel command)
    {
        if (!command.Numbers.TryGetValue(_compiler.Target, out uint number))
            return;
        int question = _questions.Ask(command.CName);
        _checks.Add(answers =>
            answers.Value(question) is not { } value ? [$"{command.CName}: C# number 0x{number:x}, C has no such command"]
            // A number that has its highest bit set is negative in some headers.
            : value == number || value == unchecked((ulong)(int)number) ? []
            : [$"{command.CName}: C# number 0x{number:x}, C number 0x{value:x}"]);
    }

    private void Ask(DeclaredConstantModel constant)
    {
        if (constant.Value is string text)
        {
            int question = _questions.AskText(constant.CName);
            _checks.Add(answers => answers.Text(question) is not { } value ? [$"{constant.CName}: C# value \"{text}\", C has no such text"]
                : value == text ? [] : [$"{constant.CName}: C# value \"{text}\", C value \"{value}\""]);
        }
        else
        {
            int question = _questions.Ask(constant.CName);
            _checks.Add(answers => answers.Value(question) is not { } value ? [$"{constant.CName}: C# value {constant.Value}, C has no such constant"]
                : IsEqual(constant.Value, value) ? [] : [$"{constant.CName}: C# value {constant.Value}, C value {unchecked((long)value)}"]);
        }
    }

    // C's constants are int or long, whatever they are for: "1 << 31" is negative, and an enum of uint has it positive.
    private static bool IsEqual(object declared, ulong value)
    {
        ulong bits = declared is ulong wide ? wide : unchecked((ulong)Convert.ToInt64(declared));
        int unused = 64 - (declared switch { byte or sbyte => 8, short or ushort => 16, int or uint => 32, _ => 64 });
        return value == bits << unused >> unused || value == unchecked((ulong)((long)(bits << unused) >> unused));
    }
}
