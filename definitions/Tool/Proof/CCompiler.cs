using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using IoctlSharp.Generator.Layout;
using IoctlSharp.Tool.Layout;

namespace IoctlSharp.Tool.Proof;

/// <summary>A C compiler of the gcc or clang family, for whichever machine. What it makes is read, never run.</summary>
internal sealed class CCompiler
{
    private readonly string[] _words;
    private readonly string[] _options;

    /// <param name="commandLine">The program, and options behind it: <c>gcc -m32</c>.</param>
    /// <param name="includes">Folders with headers.</param>
    /// <exception cref="ToolException">It does not run, or makes code for a machine of which nothing is known here.</exception>
    public CCompiler(string commandLine, IEnumerable<string> includes)
    {
        _words = commandLine.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (_words.Length == 0)
            throw new ToolException("--cc names no compiler");
        // Warnings are the headers' own business; code for the linker to optimise is no code that can be read.
        _options = ["-w", "-fno-lto", .. includes.SelectMany(folder => new[] { "-I", folder })];
        CompilerOutput predefined = Run("", "-dM", "-E");
        if (predefined.Status != 0)
            throw Failure(predefined);
        HashSet<string> macros = [.. predefined.Output.Split('\n').Select(line => line.Replace("#define ", "", StringComparison.Ordinal).Trim())];
        Target = TargetOf(macros) ?? throw new ToolException($"{Name} makes code for none of {string.Join(' ', AbiName.Names)}");
    }

    public string Name => _words[0];

    public LinuxAbi Target { get; }

    /// <summary>The text behind the preprocessor, with the macros that it met.</summary>
    /// <exception cref="ToolException">It fails: a header is missing.</exception>
    public string Preprocess(string source)
    {
        CompilerOutput output = Run(source, "-E", "-dD");
        return output.Status == 0 ? output.Output : throw Failure(output);
    }

    /// <summary>Compiles C from standard input.</summary>
    public CompilerOutput Run(string source, params string[] arguments)
    {
        ProcessStartInfo start = new(_words[0], [.. _words[1..], .. _options, "-x", "c", .. arguments, "-"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Errors are looked for in the messages.
        start.Environment["LC_ALL"] = "C";
        try
        {
            using Process process = Process.Start(start)!;
            Task<string> output = process.StandardOutput.ReadToEndAsync();
            Task<string> errors = process.StandardError.ReadToEndAsync();
            Feed(process, source);
            process.WaitForExit();
            return new CompilerOutput(process.ExitCode, output.Result, errors.Result);
        }
        catch (Win32Exception exception)
        {
            throw new ToolException($"{Name} cannot be run: {exception.Message}");
        }
    }

    /// <summary>The exception for a run that failed for another reason than a question.</summary>
    public ToolException Failure(CompilerOutput output) => new($"{Name} failed:\n{string.Join('\n', output.Errors.TrimEnd().Split('\n').Take(20))}");

    // A compiler that dislikes its options does not read its input.
    private static void Feed(Process process, string source)
    {
        try
        {
            process.StandardInput.Write(source);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
        }
    }

    private static LinuxAbi? TargetOf(HashSet<string> macros)
    {
        bool Is(string name) => macros.Contains(name + " 1");
        bool is64 = Is("__LP64__") || Is("_LP64");
        bool isLittle = macros.Contains("__BYTE_ORDER__ __ORDER_LITTLE_ENDIAN__");
        return (is64, isLittle) switch
        {
            (true, true) when Is("__x86_64__") => LinuxAbi.X86_64,
            (false, true) when Is("__i386__") => LinuxAbi.I386,
            (true, true) when Is("__aarch64__") => LinuxAbi.AArch64,
            (false, true) when Is("__arm__") && Is("__ARM_EABI__") => LinuxAbi.Arm,
            (true, true) when Is("__riscv") => LinuxAbi.RiscV64,
            (true, false) when Is("__s390x__") => LinuxAbi.S390x,
            (true, true) when Is("__powerpc64__") => LinuxAbi.Ppc64le,
            (true, true) when Is("__mips64") => LinuxAbi.Mips64el,
            (true, false) when Is("__sparc__") => LinuxAbi.Sparc64,
            (true, true) when Is("__loongarch__") => LinuxAbi.LoongArch64,
            _ => null,
        };
    }
}
