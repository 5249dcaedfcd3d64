using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace IoctlSharp.Definitions.Tests.Header;

/// <summary>What the C compiler says of expressions over a header of this machine.</summary>
internal sealed partial class CHeader
{
    private readonly string _include;
    private readonly HashSet<string> _identifiers;

    public CHeader(string name)
    {
        _include = $"#include <stddef.h>\n#include <linux/types.h>\n#include <linux/ioctl.h>\n#include <{name}>\n";
        // -dD leaves the macros in: constants are macros or members of enums.
        string text = Compile(_include, "-E", "-dD", "-P", "-o", "-");
        _identifiers = [.. Identifier().Matches(text).Select(match => match.Value)];
    }

    /// <summary>Whether the header of this machine, which may be older than the definitions, has the name at all.</summary>
    public bool Has(string identifier) => _identifiers.Contains(identifier);

    /// <summary>The values of constant expressions.</summary>
    public IReadOnlyList<long> Evaluate(IReadOnlyList<string> expressions)
    {
        string folder = Directory.CreateTempSubdirectory("ioctlsharp-").FullName;
        try
        {
            string program = Path.Combine(folder, "program");
            string prints = string.Concat(expressions.Select(expression => $"  printf(\"%lld\\n\", (long long)({expression}));\n"));
            Compile($"{_include}#include <stdio.h>\nint main(void) {{\n{prints}  return 0;\n}}\n", "-o", program);
            return [.. Run(program, "").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(long.Parse)];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Compile(string source, params string[] arguments) => Run("gcc", source, ["-x", "c", "-", .. arguments]);

    private static string Run(string program, string input, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        System.Threading.Tasks.Task<string> errors = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} failed: {errors.Result}");
    }

    [GeneratedRegex(@"\b[A-Za-z_]\w*\b")]
    private static partial Regex Identifier();
}
